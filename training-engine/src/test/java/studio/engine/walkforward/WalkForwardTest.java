package studio.engine.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.search.CancellationToken;
import studio.engine.search.ParameterSpace;
import studio.engine.search.Trial;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.ValidationMode;
import studio.model.job.ValidationSettings;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;
import studio.model.result.EquityPoint;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowPlan;
import studio.model.result.WindowResult;

class WalkForwardTest {
    private static final Candles CANDLES = RandomCandles.of(5, 200 * 24, Timeframe.H1);
    private static final Strategy STRATEGY =
            StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void each_window_is_optimized_on_its_train_part_and_scored_on_its_test_part(OptimizerKind kind) {
        Recorder recorder = new Recorder();

        WalkForwardReport report = WalkForward.run(task(CANDLES, kind, List.of(), recorder), workers)
                .orElseThrow();

        assertThat(report.windows()).hasSize(4).allSatisfy(window -> {
            assertThat(window.trials()).isEqualTo(30);
            assertThat(window.params()).isNotNull();
            assertThat(window.trainScore()).isEqualTo(window.trainMetrics().sharpeRatio());
            assertThat(window.testScore()).isEqualTo(window.testMetrics().sharpeRatio());
        });
        assertThat(recorder.trials)
                .allSatisfy((window, trials) -> assertThat(trials).hasSize(30));
        assertThat(recorder.ended).isEqualTo(report.windows());
        assertThat(report.parameterSpread()).containsOnlyKeys("fast_period", "slow_period");
        assertThat(report.profitableWindows()).isBetween(0.0, 1.0);
    }

    @Test
    void stitched_equity_compounds_the_test_parts() {
        WalkForwardReport report = WalkForward.run(
                        task(CANDLES, OptimizerKind.RANDOM, List.of(), new Recorder()), workers)
                .orElseThrow();

        double growth = 1;
        int trades = 0;
        for (WindowResult window : report.windows()) {
            growth *= 1 + window.testMetrics().netProfitPct() / 100;
            trades += window.testMetrics().trades();
        }
        List<EquityPoint> equity = report.equity();
        assertThat(equity.get(equity.size() - 1).equity()).isCloseTo(10_000 * growth, within(1e-6));
        assertThat(report.outOfSample().netProfitPct()).isCloseTo(100 * (growth - 1), within(1e-8));
        assertThat(report.outOfSample().trades()).isEqualTo(trades);
        double exposed = report.windows().stream()
                .mapToDouble(w -> w.testMetrics().exposure())
                .average()
                .orElseThrow();
        assertThat(report.outOfSample().exposure()).isCloseTo(exposed, within(1e-3));
        assertThat(equity.get(0).time())
                .isAfterOrEqualTo(report.windows().get(0).plan().testStart());
    }

    @Test
    void a_resumed_validation_equals_an_undisturbed_one_and_runs_only_what_is_missing() {
        WalkForwardReport undisturbed = WalkForward.run(
                        task(CANDLES, OptimizerKind.BAYESIAN, List.of(), new Recorder()), workers)
                .orElseThrow();
        Recorder recorder = new Recorder();

        WalkForwardReport resumed = WalkForward.run(
                        task(
                                CANDLES,
                                OptimizerKind.BAYESIAN,
                                undisturbed.windows().subList(0, 2),
                                recorder),
                        workers)
                .orElseThrow();

        assertThat(resumed).isEqualTo(undisturbed);
        assertThat(recorder.trials).containsOnlyKeys(3, 4);
    }

    @Test
    void what_comes_after_a_train_part_does_not_change_what_was_chosen_on_it() {
        WalkForwardReport before = WalkForward.run(
                        task(CANDLES, OptimizerKind.BAYESIAN, List.of(), new Recorder()), workers)
                .orElseThrow();
        long trainEnd = before.windows().get(1).plan().trainEnd().toEpochMilli();

        WalkForwardReport after = WalkForward.run(
                        task(changedFrom(trainEnd), OptimizerKind.BAYESIAN, List.of(), new Recorder()), workers)
                .orElseThrow();

        for (int w = 0; w < 2; w++) {
            assertThat(after.windows().get(w).params())
                    .isEqualTo(before.windows().get(w).params());
            assertThat(after.windows().get(w).trainMetrics())
                    .isEqualTo(before.windows().get(w).trainMetrics());
        }
        assertThat(after.windows().get(1).testMetrics())
                .isNotEqualTo(before.windows().get(1).testMetrics());
    }

    @Test
    void no_train_part_overlaps_its_test_part_plus_gap() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            ValidationMode mode = random.nextBoolean() ? ValidationMode.ROLLING : ValidationMode.ANCHORED;
            ValidationSettings settings = new ValidationSettings(
                    mode,
                    random.nextDouble(1, 60),
                    random.nextDouble(1, 30),
                    random.nextDouble(0, 9),
                    random.nextDouble(1, 30));
            Optional<WalkForwardPlan> plan =
                    WalkForwardPlan.fit(SeriesClock.utc(Timeframe.M5), start(CANDLES), end(CANDLES), settings);
            for (WindowPlan window : plan.orElseThrow().windows()) {
                WindowBars bars = WindowBars.of(CANDLES, window);

                long trainedUntil =
                        CANDLES.time()[bars.trainTo() - 1] + CANDLES.timeframe().millis();
                long testedFrom = CANDLES.time()[bars.testFrom()];
                assertThat(trainedUntil).isLessThanOrEqualTo(window.trainEnd().toEpochMilli());
                assertThat(testedFrom - trainedUntil).isGreaterThanOrEqualTo((long) (settings.gapDays() * 86_400_000));
                assertThat(bars.trainTo()).isLessThanOrEqualTo(bars.testFrom());
            }
        }
    }

    @Test
    void a_cancel_gives_no_report_and_keeps_the_windows_that_ended() {
        Recorder recorder = new Recorder();
        CancellationToken cancel = () -> recorder.ended.size() >= 2;

        Optional<WalkForwardReport> report =
                WalkForward.run(task(CANDLES, OptimizerKind.RANDOM, List.of(), recorder, 1, cancel), workers);

        assertThat(report).isEmpty();
        assertThat(recorder.ended).hasSize(2);
    }

    @Test
    void a_train_part_without_a_feasible_trial_says_why_and_is_not_tested() {
        WalkForwardReport report = WalkForward.run(
                        task(CANDLES, OptimizerKind.RANDOM, List.of(), new Recorder(), 5_000, CancellationToken.NEVER),
                        workers)
                .orElseThrow();

        assertThat(report.windows()).allSatisfy(window -> {
            assertThat(window.params()).isNull();
            assertThat(window.testState()).isNull();
            assertThat(window.reason())
                    .startsWith("none of 30 trials on the train part was feasible")
                    .contains("wanted");
        });
        assertThat(report.outOfSample()).isNull();
        assertThat(report.efficiency()).isNull();
        assertThat(report.profitableWindows()).isNull();
        assertThat(report.equity()).isEmpty();
    }

    private static Candles changedFrom(long millis) {
        double[][] columns = {
            CANDLES.open().clone(),
            CANDLES.high().clone(),
            CANDLES.low().clone(),
            CANDLES.close().clone()
        };
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CANDLES.size(); i++) {
            if (CANDLES.time()[i] >= millis) {
                double factor = random.nextDouble(0.9, 1.1);
                for (double[] column : columns) {
                    column[i] *= factor;
                }
            }
        }
        return new Candles(
                CANDLES.timeframe(), CANDLES.time(), columns[0], columns[1], columns[2], columns[3], CANDLES.volume());
    }

    private static WalkForwardTask task(
            Candles candles, OptimizerKind kind, List<WindowResult> finished, WalkForwardListener listener) {
        return task(candles, kind, finished, listener, 1, CancellationToken.NEVER);
    }

    private static WalkForwardTask task(
            Candles candles,
            OptimizerKind kind,
            List<WindowResult> finished,
            WalkForwardListener listener,
            int minTrades,
            CancellationToken cancel) {
        Map<String, ParameterRange> fixed = new HashMap<>();
        STRATEGY.parameters().forEach(p -> fixed.put(p.name(), ParameterRange.of(List.of(p.defaultValue()))));
        fixed.put("fast_period", ParameterRange.between(3, 12, 1.0));
        fixed.put("slow_period", ParameterRange.between(15, 40, 5.0));
        return new WalkForwardTask(
                WalkForwardPlan.fit(SeriesClock.utc(Timeframe.M5), start(candles), end(candles), null)
                        .orElseThrow(),
                kind,
                ParameterSpace.of(STRATEGY.parameters(), fixed),
                77,
                30,
                new Backtest(STRATEGY, IndicatorCache.of(candles), CostSettings.standard()),
                candles,
                Objective.SHARPE_RATIO,
                minTrades,
                finished,
                listener,
                cancel);
    }

    private static long start(Candles candles) {
        return candles.time()[0];
    }

    private static long end(Candles candles) {
        return candles.time()[candles.size() - 1] + candles.timeframe().millis();
    }

    private static final class Recorder implements WalkForwardListener {
        private final Map<Integer, Set<Integer>> trials = new HashMap<>();
        private final List<WindowResult> ended = new ArrayList<>();
        private final AtomicInteger started = new AtomicInteger();

        @Override
        public void onWindowStarted(WindowPlan window, int windows, int most) {
            started.incrementAndGet();
        }

        @Override
        public synchronized void onTrial(WindowPlan window, Trial trial) {
            assertThat(trials.computeIfAbsent(window.number(), n -> new HashSet<>())
                            .add(trial.number()))
                    .isTrue();
        }

        @Override
        public void onWindow(WindowResult result) {
            ended.add(result);
        }
    }
}
