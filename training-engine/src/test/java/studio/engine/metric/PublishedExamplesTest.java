package studio.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;
import studio.model.result.Metrics;

/** The figures of whole runs against numbers that others have published, by their returns. */
class PublishedExamplesTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int MONTHS = 12;
    private static final double DAYS_A_MONTH = 365.25 / MONTHS;

    /**
     * 36 monthly returns and the fall from the peak after each of them, as printed by Bacon, Practical Portfolio
     * Performance Measurement and Attribution, 3rd edition, Wiley 2023.
     */
    private static final double[] BACON_RETURNS = {
        0.003, 0.026, 0.011, -0.009, 0.014, 0.024, 0.015, 0.066, -0.014, 0.039, -0.005, 0.081, 0.040, -0.037, -0.061,
        0.014, -0.049, -0.021, 0.062, 0.058, -0.064, 0.017, -0.004, -0.002, -0.021, 0.011, 0.047, 0.024, 0.033, -0.007,
        0.047, 0.006, 0.010, -0.002, 0.034, 0.010
    };

    private static final double[] BACON_FALLS = {
        0, 0, 0, 0.0090, 0, 0, 0, 0, 0.0140, 0, 0.0050, 0, 0, 0.0370, 0.0957, 0.0831, 0.1280, 0.1463, 0.0934, 0.0408,
        0.1022, 0.0869, 0.0906, 0.0924, 0.1115, 0.1017, 0.0595, 0.0369, 0.0051, 0.0121, 0, 0, 0, 0.0020, 0, 0
    };

    /** Nine returns of the tests of empyrical 0.5 (Quantopian), with the figures that stand beside them there. */
    private static final double[] EMPYRICAL_RETURNS = {0, 0.01, 0.10, -0.04, 0.02, 0.03, 0.02, 0.01, -0.10};

    @Test
    void falls_from_the_peak_are_those_that_bacon_prints() {
        for (int months = 1; months <= BACON_RETURNS.length; months++) {
            double deepest = Arrays.stream(BACON_FALLS, 0, months).max().orElseThrow();

            Metrics metrics = monthly(Arrays.copyOf(BACON_RETURNS, months));

            assertThat(metrics.maxDrawdownPct())
                    .as("after %d months", months)
                    .isCloseTo(100 * deepest, within(0.005 + 1e-9));
        }
    }

    @Test
    void mean_depth_and_longest_time_follow_from_the_falls_that_bacon_prints() {
        Metrics metrics = monthly(BACON_RETURNS);

        // Five falls; the deepest begins at the end of month 13 and is made good at the end of month 31.
        assertThat(metrics.avgDrawdownPct())
                .isCloseTo(100 * (0.0090 + 0.0140 + 0.0050 + 0.1463 + 0.0020) / 5, within(0.005));
        assertThat(metrics.maxDrawdownDays()).isCloseTo(18 * DAYS_A_MONTH, within(1e-4));
    }

    @Test
    void growth_volatility_drawdown_and_calmar_ratio_of_months_are_those_of_empyrical() {
        Metrics metrics = monthly(EMPYRICAL_RETURNS);

        assertThat(metrics.cagrPct()).isCloseTo(5.2242061386048144, within(1e-6));
        assertThat(metrics.volatilityPct()).isCloseTo(18.663690238892558, EXACT);
        assertThat(metrics.maxDrawdownPct()).isCloseTo(10, EXACT);
        assertThat(metrics.calmarRatio()).isCloseTo(0.52242061386048144, within(1e-7));
    }

    /** There the first return is not a number and left out. */
    @Test
    void sharpe_and_sortino_ratio_and_volatility_of_days_are_those_of_empyrical() {
        Metrics metrics = daily(Arrays.copyOfRange(EMPYRICAL_RETURNS, 1, EMPYRICAL_RETURNS.length));

        assertThat(metrics.sharpeRatio()).isCloseTo(1.7238613961706866, EXACT);
        assertThat(metrics.sortinoRatio()).isCloseTo(2.605531251673693, EXACT);
        assertThat(metrics.volatilityPct()).isCloseTo(91.36465399704637, EXACT);
    }

    @Test
    void rising_and_falling_days_have_the_sharpe_ratios_of_empyrical() {
        assertThat(daily(0.01, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01).sharpeRatio())
                .isCloseTo(52.915026221291804, within(1e-8));
        assertThat(daily(0, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05)
                        .sharpeRatio())
                .isCloseTo(-24.406808633910085, within(1e-8));
    }

    private static Metrics monthly(double... returns) {
        return run(new AnnualPeriods(MONTHS), Math.round(DAYS_A_MONTH * MarkedSeries.DAY_MILLIS), returns);
    }

    private static Metrics daily(double... returns) {
        return run(AnnualPeriods.SHARES, MarkedSeries.DAY_MILLIS, returns);
    }

    /** One candle a return; the last one's end is a step after its beginning, less what a step is longer than a day. */
    private static Metrics run(AnnualPeriods periods, long stepMillis, double... returns) {
        int count = returns.length;
        long[] time = new long[count];
        double[] one = new double[count];
        Arrays.setAll(time, i -> i == 0 ? 0 : i * stepMillis + stepMillis - MarkedSeries.DAY_MILLIS);
        Arrays.fill(one, 1);
        Candles candles = new Candles(Timeframe.D1, time, one, one, one, one, one);
        MetricsAccumulator accumulator = new MetricsAccumulator(MarkedSeries.of(candles), 0, 1_000, periods);
        double equity = 1_000;
        for (int i = 0; i < count; i++) {
            equity *= 1 + returns[i];
            accumulator.flat(i, i + 1, equity);
        }
        return accumulator.finish();
    }
}
