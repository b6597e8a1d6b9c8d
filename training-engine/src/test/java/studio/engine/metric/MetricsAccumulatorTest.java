package studio.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;
import studio.model.result.Metrics;

/** Every figure against an example that was worked out by hand. */
class MetricsAccumulatorTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final long HALF_DAY = 43_200_000L;

    @Test
    void four_days_of_two_candles_give_the_figures_worked_out_by_hand() {
        MetricsAccumulator accumulator = new MetricsAccumulator(
                MarkedSeries.of(candles(Timeframe.H12, HALF_DAY, 8)), 0, 1_000, AnnualPeriods.CRYPTO);
        double[] equity = {1_010, 1_020, 1_000, 969, 1_000, 1_065.9, 1_060, 1_044.582};

        for (int bar = 0; bar < equity.length; bar++) {
            accumulator.flat(bar, bar + 1, equity[bar]);
        }
        accumulator.exposed(3);
        accumulator.trades().add(100, 2, 1, 2_000);
        accumulator.trades().add(-50, 4, 1, 1_000);
        accumulator.trades().add(30, 3, 0.5, 500);
        accumulator.trades().add(0, 1, 0, 0);
        Metrics metrics = accumulator.finish();

        // Daily returns 0.02, -0.05, 0.10, -0.02: mean 0.0125, squares of the distances sum to 0.012675 = 3 × 0.065².
        assertThat(metrics.volatilityPct()).isCloseTo(6.5 * Math.sqrt(365), EXACT);
        assertThat(metrics.sharpeRatio()).isCloseTo(0.0125 / 0.065 * Math.sqrt(365), EXACT);
        assertThat(metrics.sortinoRatio())
                .isCloseTo(0.0125 / Math.sqrt((0.05 * 0.05 + 0.02 * 0.02) / 4) * Math.sqrt(365), EXACT);
        double cagr = 100 * (Math.pow(1.044582, 365.25 / 4) - 1);
        assertThat(metrics.netProfitPct()).isCloseTo(4.4582, EXACT);
        assertThat(metrics.cagrPct()).isCloseTo(cagr, within(1e-6));
        assertThat(metrics.calmarRatio()).isCloseTo(cagr / 5, within(1e-6));
        // 1,020 → 969 from the end of day 1 to the end of day 3; 1,065.9 → 1,044.582 after it.
        assertThat(metrics.maxDrawdownPct()).isCloseTo(5, EXACT);
        assertThat(metrics.avgDrawdownPct()).isCloseTo(3.5, EXACT);
        assertThat(metrics.maxDrawdownDays()).isCloseTo(2, EXACT);
        assertThat(metrics.trades()).isEqualTo(4);
        assertThat(metrics.winRate()).isCloseTo(0.5, EXACT);
        assertThat(metrics.profitFactor()).isCloseTo(2.6, EXACT);
        assertThat(metrics.expectancy()).isCloseTo(20, EXACT);
        assertThat(metrics.avgWin()).isCloseTo(65, EXACT);
        assertThat(metrics.avgLoss()).isCloseTo(50, EXACT);
        assertThat(metrics.largestWin()).isCloseTo(100, EXACT);
        assertThat(metrics.largestLoss()).isCloseTo(50, EXACT);
        assertThat(metrics.avgHoldingBars()).isCloseTo(2.5, EXACT);
        assertThat(metrics.exposure()).isCloseTo(3 / 8.0, EXACT);
        assertThat(metrics.turnover())
                .isCloseTo(3_500 / Arrays.stream(equity).average().orElseThrow(), EXACT);
        assertThat(metrics.feesPaid()).isCloseTo(2.5, EXACT);
    }

    @Test
    void days_of_shares_count_252_a_year_and_one_return_a_candle() {
        MetricsAccumulator accumulator = new MetricsAccumulator(
                MarkedSeries.of(candles(Timeframe.D1, 2 * HALF_DAY, 2)), 0, 100, AnnualPeriods.SHARES);

        accumulator.flat(0, 1, 110);
        accumulator.flat(1, 2, 104.5);
        Metrics metrics = accumulator.finish();

        // Returns 0.10 and -0.05: mean 0.025, deviation 0.15 / √2.
        assertThat(metrics.sharpeRatio()).isCloseTo(0.025 / (0.15 / Math.sqrt(2)) * Math.sqrt(252), EXACT);
    }

    @Test
    void what_is_not_defined_is_absent() {
        MetricsAccumulator accumulator = new MetricsAccumulator(
                MarkedSeries.of(candles(Timeframe.H12, HALF_DAY, 4)), 0, 1_000, AnnualPeriods.CRYPTO);

        accumulator.flat(0, 4, 1_000);
        Metrics metrics = accumulator.finish();

        assertThat(metrics.netProfitPct()).isZero();
        assertThat(metrics.maxDrawdownPct()).isZero();
        assertThat(metrics.sharpeRatio()).isNull();
        assertThat(metrics.sortinoRatio()).isNull();
        assertThat(metrics.calmarRatio()).isNull();
        assertThat(metrics.winRate()).isNull();
        assertThat(metrics.profitFactor()).isNull();
        assertThat(metrics.expectancy()).isNull();
        assertThat(metrics.avgWin()).isNull();
        assertThat(metrics.avgLoss()).isNull();
        assertThat(metrics.avgHoldingBars()).isNull();
    }

    private static Candles candles(Timeframe timeframe, long step, int count) {
        long[] time = new long[count];
        double[] price = new double[count];
        Arrays.setAll(time, i -> i * step);
        Arrays.fill(price, 1);
        return new Candles(timeframe, time, price, price, price, price, price);
    }
}
