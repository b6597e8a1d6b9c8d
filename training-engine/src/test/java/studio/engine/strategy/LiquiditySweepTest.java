package studio.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.model.market.Timeframe;

/** The definition on candles made by hand: 100 all the time, support at 99 touched twice, then pierced to 98.5. */
class LiquiditySweepTest {
    private static final int BARS = 90;
    private final double[] open = filled(100);
    private final double[] high = filled(100.5);
    private final double[] low = filled(99.5);
    private final double[] close = filled(100);
    private final double[] volume = filled(100);

    @Test
    void a_pierced_support_with_a_spike_and_a_close_back_above_it_is_a_long() {
        touch(60);
        touch(66);
        pierceAndReturn();

        assertThat(signals(1)).isEqualTo(only(75, Signals.LONG));
    }

    @Test
    void the_mirror_image_at_resistance_is_a_short() {
        touch(60);
        touch(66);
        pierceAndReturn();
        mirror();

        assertThat(signals(1)).isEqualTo(only(75, Signals.SHORT));
    }

    @Test
    void without_a_volume_spike_nothing_is_told() {
        touch(60);
        touch(66);
        pierceAndReturn();
        volume[74] = 100;

        assertThat(signals(1)).isEqualTo(new byte[BARS]);
    }

    @Test
    void a_market_without_any_volume_has_no_spikes() {
        touch(60);
        touch(66);
        pierceAndReturn();
        Arrays.fill(volume, 0);

        assertThat(signals(1)).isEqualTo(new byte[BARS]);
    }

    @Test
    void one_touch_is_not_a_level() {
        touch(60);
        pierceAndReturn();

        assertThat(signals(1)).isEqualTo(new byte[BARS]);
    }

    @Test
    void a_low_above_the_wanted_depth_is_no_sweep() {
        touch(60);
        touch(66);
        pierceAndReturn();
        low[74] = 98.95;

        assertThat(signals(1)).isEqualTo(new byte[BARS]);
    }

    @Test
    void a_touch_counts_from_two_bars_later_on() {
        touch(60);
        low[71] = 98.5;
        volume[71] = 1_000;
        candle(71, 100, 99.6);
        touch(74);
        for (int bar : new int[] {70, 72, 73, 74, 75, 76}) {
            candle(bar, 99.8, 100.2);
        }

        byte[] signals = signals(5);

        assertThat(signals[75]).isEqualTo(Signals.NONE);
        assertThat(signals[76]).isEqualTo(Signals.LONG);
    }

    private void touch(int bar) {
        low[bar] = 99;
    }

    private void pierceAndReturn() {
        low[74] = 98.5;
        volume[74] = 1_000;
        candle(74, 100, 99.6);
        candle(75, 99.6, 100);
    }

    private void candle(int bar, double opened, double closed) {
        open[bar] = opened;
        close[bar] = closed;
    }

    private void mirror() {
        double[] highs = high.clone();
        for (int i = 0; i < BARS; i++) {
            open[i] = 200 - open[i];
            close[i] = 200 - close[i];
            high[i] = 200 - low[i];
            low[i] = 200 - highs[i];
        }
    }

    private byte[] signals(int reversalCandles) {
        long[] time = new long[BARS];
        Arrays.setAll(time, i -> i * 300_000L);
        Candles candles = new Candles(Timeframe.M5, time, open, high, low, close, volume);
        Strategy strategy = StrategyCatalogue.standard().find("LIQUIDITY_SWEEP").orElseThrow();
        Map<String, Object> values =
                new LinkedHashMap<>(SampleParameters.defaults(strategy).values());
        values.put("pierce_depth", 0.001);
        values.put("key_level_lookback", 50);
        values.put("reversal_candles", reversalCandles);
        byte[] signals = new byte[BARS];
        strategy.prepare(IndicatorCache.of(candles), new ParameterSet(values)).write(0, BARS, signals);
        return signals;
    }

    private static byte[] only(int bar, byte signal) {
        byte[] signals = new byte[BARS];
        signals[bar] = signal;
        return signals;
    }

    private static double[] filled(double value) {
        double[] column = new double[BARS];
        Arrays.fill(column, value);
        return column;
    }
}
