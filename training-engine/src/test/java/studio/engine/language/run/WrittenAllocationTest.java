package studio.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.shipped.ShippedTexts;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SampleParameters;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;

/** A trial of a text allocates nothing for a bar. */
class WrittenAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int RUNS = 20;
    private static final String ALL_RULES = """
            strategy "All rules"
            input level = 30.0 in 10.0..45.0
            input length = 14 in 2..30
            r = rsi(close, length)
            wide = (high - low) / close > level / 10000 ? atr(14) : 1.1 * atr(20)
            enter long when crossover(r, level) or (close - open)[1] > 2 * wide
            enter short when crossunder(r, 100 - level)
            exit long when r > 70 and close < bollinger(close, 20, level / 15).upper
            exit short when r < 30
            exit after 40 bars
            stop long at low - level / 30 * wide
            stop short 2 * wide
            target 3 * stop
            trail following 3 * wide
            breakeven after stop
            size volatility 30%
            """;

    @Test
    void a_run_over_eight_times_the_bars_allocates_no_more() {
        ShippedTexts.all().forEach(WrittenAllocationTest::assertNothingABar);
        assertNothingABar("ALL_RULES", ALL_RULES);
    }

    private static void assertNothingABar(String name, String text) {
        var reading = StrategyLanguage.read(text);
        assertThat(reading.problems()).isEmpty();
        WrittenStrategy strategy = WrittenStrategy.of(name, reading.program());

        long few = bytesPerRun(strategy, 5_000);
        long many = bytesPerRun(strategy, 40_000);

        // Less than a bit a bar: what the virtual machine does on the side, no object of a bar or a trade.
        assertThat(many - few).as(name + " beyond " + few + " bytes a run").isLessThan(35_000 / 8);
        assertThat(few).as(name + " for the trial itself").isLessThan(20_000);
    }

    private static long bytesPerRun(WrittenStrategy strategy, int bars) {
        Backtest backtest = new Backtest(
                strategy, IndicatorCache.of(RandomCandles.of(4, bars, Timeframe.M5)), CostSettings.standard());
        ParameterSet parameters = SampleParameters.defaults(strategy);
        assertThat(backtest.evaluate(parameters, 0, bars).trades()).isPositive();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int run = 0; run < RUNS; run++) {
            backtest.evaluate(parameters, 0, bars);
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / RUNS;
    }
}
