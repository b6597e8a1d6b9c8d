package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.StormyCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules.Trail;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;

class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int RUNS = 20;

    @Test
    void a_run_over_eight_times_the_bars_allocates_no_more() {
        for (Strategy strategy : StrategyCatalogue.standard().all()) {
            long few = bytesPerRun(strategy, 5_000);
            long many = bytesPerRun(strategy, 40_000);

            // Less than a bit a bar: what the virtual machine does on the side, no object of a bar or a trade.
            assertThat(many - few)
                    .as(strategy.name() + " beyond " + few + " bytes a run")
                    .isLessThan(35_000 / 8);
        }
    }

    @Test
    void nor_does_one_with_trails_break_even_and_exit_signals() {
        Strategy cross = StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
        for (Trail trail : Trail.values()) {
            Strategy strategy = new ClassicRules(cross, trail);

            long few = bytesPerRun(strategy, 5_000);
            long many = bytesPerRun(strategy, 40_000);

            assertThat(many - few).as(trail + " beyond " + few + " bytes a run").isLessThan(35_000 / 8);
        }
    }

    private static long bytesPerRun(Strategy strategy, int bars) {
        Backtest backtest = new Backtest(strategy, IndicatorCache.of(candles(strategy, bars)), CostSettings.standard());
        ParameterSet parameters = SampleParameters.defaults(strategy);
        assertThat(backtest.evaluate(parameters, 0, bars).trades()).isPositive();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int run = 0; run < RUNS; run++) {
            backtest.evaluate(parameters, 0, bars);
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / RUNS;
    }

    /** Panics are rare in the one, so that capitulations are looked for in the other. */
    private static Candles candles(Strategy strategy, int bars) {
        return strategy.name().equals("CAPITULATION_REVERSAL")
                ? StormyCandles.of(4, bars)
                : RandomCandles.of(4, bars, Timeframe.M5);
    }
}
