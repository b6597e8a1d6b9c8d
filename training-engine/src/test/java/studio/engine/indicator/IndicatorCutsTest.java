package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.StormyCandles;
import studio.model.market.Timeframe;

/** No value changes when later candles are taken away, and no length is too long for a series. */
class IndicatorCutsTest {

    private static Map<String, Function<Candles, double[]>> all(int n) {
        Map<String, Function<Candles, double[]>> all = new LinkedHashMap<>();
        all.put("sma", k -> Averages.sma(k.close(), n));
        all.put("ema", k -> Averages.ema(k.close(), n));
        all.put("rma", k -> Averages.rma(k.close(), n));
        all.put("wma", k -> Averages.wma(k.close(), n));
        all.put("hma", k -> Averages.hma(k.close(), n));
        all.put("dema", k -> Averages.dema(k.close(), n));
        all.put("tema", k -> Averages.tema(k.close(), n));
        all.put("kama", k -> Averages.kama(k.close(), n, 2, 30));
        all.put("vwma", k -> Averages.vwma(k.close(), k.volume(), n));
        all.put("rsi", k -> Oscillators.rsi(k.close(), n));
        all.put("macd", k -> Oscillators.macd(k.close(), n, 2 * n, 5).histogram());
        all.put(
                "stoch",
                k -> Oscillators.stoch(k.high(), k.low(), k.close(), n, 3, 3).d());
        all.put("cci", k -> Oscillators.cci(k.close(), n));
        all.put("mfi", k -> Oscillators.mfi(k.close(), k.volume(), n));
        all.put("roc", k -> Oscillators.roc(k.close(), n));
        all.put("mom", k -> Oscillators.mom(k.close(), n));
        all.put("percentrank", k -> Oscillators.percentRank(k.close(), n));
        all.put("zscore", k -> Oscillators.zScore(k.close(), n));
        all.put("adx", k -> Directional.adx(k.high(), k.low(), k.close(), n));
        all.put("di_plus", k -> Directional.plus(k.high(), k.low(), k.close(), n));
        all.put("di_minus", k -> Directional.minus(k.high(), k.low(), k.close(), n));
        all.put("tr", k -> Volatility.tr(k.high(), k.low(), k.close()));
        all.put("atr", k -> Volatility.atr(k.high(), k.low(), k.close(), n));
        all.put("stdev", k -> Volatility.stdev(k.close(), n));
        all.put("variance", k -> Volatility.variance(k.close(), n));
        all.put("bollinger", k -> Volatility.bollinger(k.close(), n, 2).upper());
        all.put(
                "keltner",
                k -> Volatility.keltner(k.close(), k.high(), k.low(), k.close(), n, 2)
                        .lower());
        all.put("donchian", k -> Volatility.donchian(k.high(), k.low(), n).middle());
        all.put(
                "supertrend",
                k -> Volatility.supertrend(k.high(), k.low(), k.close(), 3, n).line());
        all.put("psar", k -> Volatility.psar(k.high(), k.low(), 0.02, 0.02, 0.2));
        all.put("obv", k -> Volumes.obv(k.close(), k.volume()));
        all.put("vwap", k -> Volumes.vwap(k.clock(), k.time(), k.high(), k.low(), k.close(), k.volume()));
        all.put("linreg", k -> Statistics.linreg(k.close(), n, 1));
        all.put("correlation", k -> Statistics.correlation(k.close(), k.volume(), n));
        all.put("highest", k -> Statistics.highest(k.high(), n));
        all.put("lowestbars", k -> Statistics.lowestBars(k.low(), n));
        all.put("sum", k -> Statistics.sum(k.volume(), n));
        all.put("change", k -> Statistics.change(k.close(), n));
        all.put("rising", k -> numbers(Events.rising(k.close(), n)));
        all.put("falling", k -> numbers(Events.falling(k.close(), n)));
        all.put("cross", k -> numbers(Events.cross(k.close(), Averages.sma(k.close(), n))));
        all.put("barssince", k -> Events.barsSince(Events.rising(k.close(), n)));
        all.put("valuewhen", k -> Events.valueWhen(Events.falling(k.close(), 2), k.close(), n));
        all.put("pivothigh", k -> Events.pivotHigh(k.high(), n, 2));
        all.put("pivotlow", k -> Events.pivotLow(k.low(), 2, n));
        return all;
    }

    private static double[] numbers(boolean[] condition) {
        double[] out = new double[condition.length];
        Arrays.setAll(out, t -> condition[t] ? 1 : 0);
        return out;
    }

    @Test
    void no_value_changes_when_later_candles_are_taken_away() {
        for (Candles whole : new Candles[] {RandomCandles.of(21, 700, Timeframe.H1), StormyCandles.of(22, 700)}) {
            for (int n : new int[] {2, 5, 21}) {
                SplittableRandom random = new SplittableRandom(n);
                all(n).forEach((name, function) -> {
                    double[] values = function.apply(whole);
                    for (int cut = 0; cut < 12; cut++) {
                        int size = 1 + random.nextInt(whole.size());
                        double[] part = function.apply(RandomCandles.firstOf(whole, size));

                        assertThat(part)
                                .as("%s of %d on the first %d bars", name, n, size)
                                .isEqualTo(Arrays.copyOf(values, size));
                    }
                });
            }
        }
    }

    @Test
    void a_length_beyond_the_series_gives_no_value_and_no_error() {
        for (int size : new int[] {0, 1, 2, 3}) {
            Candles few = RandomCandles.of(5, size, Timeframe.H1);
            all(50).forEach((name, function) ->
                    assertThat(function.apply(few)).as(name).hasSize(size));
        }
    }
}
