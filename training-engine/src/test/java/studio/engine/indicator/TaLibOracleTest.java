package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.SharedData;
import studio.engine.market.StormyCandles;
import studio.model.market.Timeframe;

/** Every function whose convention is TA-Lib's gives TA-Lib's values, on seeded and on real candles. */
class TaLibOracleTest {
    private static final int[] LENGTHS = {2, 3, 5, 14, 20, 50, 200};

    @Test
    void seeded_candles_give_the_values_of_ta_lib() {
        compare(RandomCandles.of(11, 3_000, Timeframe.H1));
        compare(StormyCandles.of(12, 3_000));
    }

    @ParameterizedTest
    @CsvSource({
        "binance_BTC-USDT_1h.csv.gz, H1",
        "binance_ETH-USDT_15m.csv.gz, M15",
        "coinbase_ETH-USD_4h.csv.gz, H4",
        "us-equity_SPY_1h.csv.gz, H1",
        "binance_BTC-USDT_1d.csv, D1"
    })
    void real_candles_give_the_values_of_ta_lib(String file, Timeframe timeframe) {
        compare(SharedData.candles(file, timeframe));
    }

    private static void compare(Candles k) {
        double[] close = k.close();
        double[] typical = typical(k);
        Differences found = new Differences();
        for (int n : LENGTHS) {
            found.look("sma " + n, Averages.sma(close, n), TaLib.sma(close, n));
            found.look("ema " + n, Averages.ema(close, n), TaLib.ema(close, n));
            found.look("wma " + n, Averages.wma(close, n), TaLib.wma(close, n));
            found.look("dema " + n, Averages.dema(close, n), TaLib.dema(close, n));
            found.look("tema " + n, Averages.tema(close, n), TaLib.tema(close, n));
            found.look("kama " + n, Averages.kama(close, n, 2, 30), TaLib.kama(close, n));
            found.look("mom " + n, Oscillators.mom(close, n), TaLib.mom(close, n));
            found.look("change " + n, Statistics.change(close, n), TaLib.mom(close, n));
            found.look("roc " + n, Oscillators.roc(close, n), TaLib.roc(close, n), 100);
            found.look("rsi " + n, Oscillators.rsi(close, n), TaLib.rsi(close, n), 100, (o, t) -> o == 50 && t == 0);
            found.look("cci " + n, Oscillators.cci(typical, n), TaLib.cci(k, n), 10_000);
            found.look(
                    "mfi " + n,
                    Oscillators.mfi(typical, k.volume(), n),
                    TaLib.mfi(k, n),
                    100,
                    (o, t) -> o == 50 && t == 0);
            found.look("di_plus " + n, Directional.plus(k.high(), k.low(), close, n), TaLib.plus(k, n), 100);
            found.look("di_minus " + n, Directional.minus(k.high(), k.low(), close, n), TaLib.minus(k, n), 100);
            found.look("adx " + n, Directional.adx(k.high(), k.low(), close, n), TaLib.adx(k, n), 100);
            found.look("atr " + n, Volatility.atr(k.high(), k.low(), close, n), TaLib.atr(k, n));
            found.look("linreg " + n, Statistics.linreg(close, n, 0), TaLib.linreg(close, n));
            found.look("highest " + n, Statistics.highest(k.high(), n), TaLib.highest(k.high(), n), 0);
            found.look("lowest " + n, Statistics.lowest(k.low(), n), TaLib.lowest(k.low(), n), 0);
            // Of several equal extremes TA-Lib takes now the newest and now an older one: the values there must be
            // equal.
            found.look(
                    "highestbars " + n,
                    at(k.high(), Statistics.highestBars(k.high(), n)),
                    at(k.high(), TaLib.highestBars(k.high(), n)),
                    0);
            found.look(
                    "lowestbars " + n,
                    at(k.low(), Statistics.lowestBars(k.low(), n)),
                    at(k.low(), TaLib.lowestBars(k.low(), n)),
                    0);
            found.look("sum " + n, Statistics.sum(k.volume(), n), TaLib.sum(k.volume(), n), top(k.volume()) * n);
            // TA-Lib subtracts squares of prices, so that its deviations are right to about 1e-6 of the price.
            found.look("stdev " + n, Volatility.stdev(close, n), TaLib.stdev(close, n), 10_000 * top(close));
            found.look(
                    "variance " + n, Volatility.variance(close, n), TaLib.variance(close, n), 100 * square(top(close)));
            Band ours = Volatility.bollinger(close, n, 2);
            Band theirs = TaLib.bollinger(close, n, 2);
            found.look("bollinger middle " + n, ours.middle(), theirs.middle());
            found.look("bollinger upper " + n, ours.upper(), theirs.upper(), 10_000 * top(close));
            found.look("bollinger lower " + n, ours.lower(), theirs.lower(), 10_000 * top(close));
            Stochastic stoch = Oscillators.stoch(k.high(), k.low(), close, n, 3, 4);
            Stochastic theirStoch = TaLib.stoch(k, n, 3, 4);
            // k starts smoothD - 1 bars later there, and a range of 0 is missing here.
            found.look("stoch k " + n, stoch.k(), theirStoch.k(), 100, (o, t) -> Double.isNaN(t) || Double.isNaN(o));
            found.look("stoch d " + n, stoch.d(), theirStoch.d(), 100, (o, t) -> Double.isNaN(o));
        }
        found.look(
                "correlation", Statistics.correlation(close, typical, 30), TaLib.correlation(close, typical, 30), 1e5);
        found.look("obv", Volumes.obv(close, k.volume()), TaLib.obv(k), 1_000 * top(Volumes.obv(close, k.volume())));
        found.look("tr", Volatility.tr(k.high(), k.low(), close), TaLib.tr(k), top(close));
        found.look("psar", Volatility.psar(k.high(), k.low(), 0.02, 0.02, 0.2), TaLib.psar(k, 0.02, 0.02, 0.2));
        found.look("psar slow", Volatility.psar(k.high(), k.low(), 0.01, 0.005, 0.1), TaLib.psar(k, 0.01, 0.005, 0.1));
        Macd ours = Oscillators.macd(close, 12, 26, 9);
        Macd theirs = TaLib.macd(close, 12, 26, 9);
        // The fast average starts at another bar there; 20 slow lengths later nothing is left of it.
        found.lookFrom(520, "macd line", ours.line(), theirs.line(), top(close));
        found.lookFrom(520, "macd signal", ours.signal(), theirs.signal(), top(close));
        found.lookFrom(520, "macd histogram", ours.histogram(), theirs.histogram(), top(close));
        found.report();
        assertThat(found.wrong).isEmpty();
    }

    private static double[] at(double[] x, double[] bars) {
        double[] out = new double[x.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = Double.isNaN(bars[t]) ? Double.NaN : x[t + (int) bars[t]];
        }
        return out;
    }

    private static double[] typical(Candles k) {
        double[] out = new double[k.size()];
        for (int t = 0; t < out.length; t++) {
            out[t] = (k.high()[t] + k.low()[t] + k.close()[t]) / 3;
        }
        return out;
    }

    private static double top(double[] x) {
        double top = 0;
        for (double v : x) {
            top = Math.max(top, Math.abs(v));
        }
        return top;
    }

    private static double square(double x) {
        return x * x;
    }

    /** What differs by more than 1e-9 of the values' scale, or is missing on one side. */
    private static final class Differences {
        private static final double TOLERANCE = 1e-9;
        private final List<String> wrong = new ArrayList<>();
        private final List<String> largest = new ArrayList<>();

        void look(String name, double[] ours, double[] theirs) {
            look(name, ours, theirs, top(theirs));
        }

        void look(String name, double[] ours, double[] theirs, double scale) {
            look(name, ours, theirs, scale, (o, t) -> false);
        }

        void look(
                String name,
                double[] ours,
                double[] theirs,
                double scale,
                BiFunction<Double, Double, Boolean> excused) {
            compare(0, name, ours, theirs, scale, excused);
        }

        void lookFrom(int from, String name, double[] ours, double[] theirs, double scale) {
            compare(from, name, ours, theirs, scale, (o, t) -> false);
        }

        private void compare(
                int from,
                String name,
                double[] ours,
                double[] theirs,
                double scale,
                BiFunction<Double, Double, Boolean> excused) {
            double worst = 0;
            int values = 0;
            for (int t = from; t < ours.length; t++) {
                double o = ours[t];
                double h = theirs[t];
                if (excused.apply(o, h)) {
                    continue;
                }
                if (Double.isNaN(o) != Double.isNaN(h)) {
                    wrong.add(name + ": bar " + t + " is " + o + ", TA-Lib has " + h);
                    break;
                }
                if (!Double.isNaN(o)) {
                    values++;
                    double off = Math.abs(o - h);
                    worst = Math.max(worst, off);
                    if (off > TOLERANCE * scale) {
                        wrong.add(name + ": bar " + t + " is " + o + ", TA-Lib has " + h);
                        break;
                    }
                }
            }
            if (values < ours.length / 2) {
                wrong.add(name + ": only " + values + " values were compared");
            }
            largest.add(name + " " + worst);
        }

        void report() {
            if (Boolean.getBoolean("studio.indicators.report")) {
                throw new AssertionError(String.join("\n", largest));
            }
        }

        private static double top(double[] x) {
            double top = 0;
            for (double v : x) {
                top = Double.isNaN(v) ? top : Math.max(top, Math.abs(v));
            }
            return top;
        }
    }
}
