package studio.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.shipped.ShippedTexts;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SampleParameters;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;
import studio.model.result.TradeView;

/** Generated classes on a server that runs for months, and on many threads. */
class HiddenClassTest {
    private static final int TEXTS = 1_000;
    private static final long COLLECTED_WITHIN_NANOS = 60_000_000_000L;

    @Test
    void a_text_that_is_not_used_any_more_leaves_no_class_behind() {
        List<WeakReference<Class<?>>> classes = new ArrayList<>();
        long loadedBefore = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        for (int i = 0; i < TEXTS; i++) {
            Fused fused = FusedClass.generate(new Plan(new RandomPrograms(i, false).next(2)));
            classes.add(new WeakReference<>(fused.getClass()));
        }

        long deadline = System.nanoTime() + COLLECTED_WITHIN_NANOS;
        while (classes.stream().anyMatch(reference -> reference.get() != null) && System.nanoTime() < deadline) {
            System.gc();
        }

        assertThat(classes.stream().filter(reference -> reference.get() != null))
                .isEmpty();
        assertThat(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - loadedBefore)
                .isLessThan(TEXTS / 2);
    }

    @Test
    void one_text_runs_on_many_threads_at_once() throws Exception {
        StrategyProgram program = StrategyLanguage.read(
                        ShippedTexts.find("BOLLINGER_REVERSION").orElseThrow())
                .program();
        WrittenStrategy strategy = WrittenStrategy.of("BOLLINGER", program);
        IndicatorCache data = IndicatorCache.of(RandomCandles.of(3, 4_000, Timeframe.M5));
        Backtest backtest = new Backtest(strategy, data, CostSettings.standard());
        List<ParameterSet> sets = new ArrayList<>();
        List<List<TradeView>> expected = new ArrayList<>();
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            ParameterSet parameters = SampleParameters.random(strategy, random);
            sets.add(parameters);
            IndicatorCache own = IndicatorCache.of(data.candles());
            expected.add(new Backtest(strategy, own, CostSettings.standard())
                    .run(parameters, 0, 4_000)
                    .trades());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<TradeView>>> runs = new ArrayList<>();
            for (int round = 0; round < 10; round++) {
                sets.forEach(parameters ->
                        runs.add(() -> backtest.run(parameters, 0, 4_000).trades()));
            }

            List<Future<List<TradeView>>> actual = threads.invokeAll(runs);

            for (int i = 0; i < actual.size(); i++) {
                assertThat(actual.get(i).get()).isEqualTo(expected.get(i % sets.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
