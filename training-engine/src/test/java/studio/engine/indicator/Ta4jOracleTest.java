package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.HMAIndicator;
import org.ta4j.core.indicators.MMAIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.model.market.Timeframe;

/**
 * Functions that TA-Lib does not have, beside those of ta4j. Its recursive averages start with the first value, so that the
 * values are compared once nothing is left of the start.
 */
class Ta4jOracleTest {
    private static final int SIZE = 2_000;
    private static final int SETTLED = 1_000;

    private final Candles candles = RandomCandles.of(31, SIZE, Timeframe.H1);
    private final BarSeries series = series(candles);
    private final ClosePriceIndicator close = new ClosePriceIndicator(series);

    @Test
    void hull_average() {
        assertSame(Averages.hma(candles.close(), 21), new HMAIndicator(close, 21));
    }

    @Test
    void wilders_smoothing() {
        assertSame(Averages.rma(candles.close(), 14), new MMAIndicator(close, 14));
    }

    @Test
    void keltner_channel() {
        KeltnerChannelMiddleIndicator middle = new KeltnerChannelMiddleIndicator(close, 20);
        Band ours = Volatility.keltner(candles.close(), candles.high(), candles.low(), candles.close(), 20, 2);

        assertSame(ours.middle(), middle);
        assertSame(ours.upper(), new KeltnerChannelUpperIndicator(middle, new ATRIndicator(series, 20), 2));
    }

    @Test
    void donchian_channel() {
        Band ours = Volatility.donchian(candles.high(), candles.low(), 20);

        assertSame(ours.upper(), new DonchianChannelUpperIndicator(series, 20));
        assertSame(ours.lower(), new DonchianChannelLowerIndicator(series, 20));
        assertSame(ours.middle(), new DonchianChannelMiddleIndicator(series, 20));
    }

    @Test
    void supertrend() {
        assertSame(
                Volatility.supertrend(candles.high(), candles.low(), candles.close(), 3, 10)
                        .line(),
                new SuperTrendIndicator(series, 10, 3.0));
    }

    @Test
    void average_weighted_by_volume() {
        double[] typical = new double[SIZE];
        for (int t = 0; t < SIZE; t++) {
            typical[t] = (candles.high()[t] + candles.low()[t] + candles.close()[t]) / 3;
        }

        assertSame(Averages.vwma(typical, candles.volume(), 20), new VWAPIndicator(series, 20));
    }

    private static void assertSame(double[] ours, Indicator<Num> theirs) {
        for (int t = 0; t < SIZE; t++) {
            // Ask from the start: ta4j's recursive indicators are deep otherwise.
            double value = theirs.getValue(t).doubleValue();
            if (t >= SETTLED) {
                assertThat(Math.abs(ours[t] - value))
                        .as("bar %d: %s, ta4j %s", t, ours[t], value)
                        .isLessThan(1e-9 * Math.abs(value));
            }
        }
    }

    private static BarSeries series(Candles c) {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int i = 0; i < c.size(); i++) {
            series.addBar(
                    Duration.ofHours(1),
                    Instant.ofEpochMilli(c.time()[i]).atZone(ZoneOffset.UTC),
                    c.open()[i],
                    c.high()[i],
                    c.low()[i],
                    c.close()[i],
                    c.volume()[i]);
        }
        return series;
    }
}
