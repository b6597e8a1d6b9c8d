package studio.engine.indicator;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;
import studio.engine.market.Candles;

/** TA-Lib's functions as whole columns, NaN before the first value. */
final class TaLib {
    private static final Core CORE = new Core();

    private TaLib() {}

    private interface Computation {
        RetCode run(int last, MInteger begin, MInteger count, double[] out);
    }

    private static double[] column(int size, Computation computation) {
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        double[] values = new double[size];
        RetCode code = computation.run(size - 1, begin, count, values);
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answers " + code);
        }
        double[] out = new double[size];
        Arrays.fill(out, Double.NaN);
        System.arraycopy(values, 0, out, begin.value, count.value);
        return out;
    }

    static double[] sma(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.sma(0, last, x, n, b, c, o));
    }

    static double[] ema(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.ema(0, last, x, n, b, c, o));
    }

    static double[] wma(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.wma(0, last, x, n, b, c, o));
    }

    static double[] dema(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.dema(0, last, x, n, b, c, o));
    }

    static double[] tema(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.tema(0, last, x, n, b, c, o));
    }

    static double[] kama(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.kama(0, last, x, n, b, c, o));
    }

    static double[] rsi(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.rsi(0, last, x, n, b, c, o));
    }

    static double[] roc(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.roc(0, last, x, n, b, c, o));
    }

    static double[] mom(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.mom(0, last, x, n, b, c, o));
    }

    static double[] stdev(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.stdDev(0, last, x, n, 1, b, c, o));
    }

    static double[] variance(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.variance(0, last, x, n, 1, b, c, o));
    }

    static double[] linreg(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.linearReg(0, last, x, n, b, c, o));
    }

    static double[] correlation(double[] x, double[] y, int n) {
        return column(x.length, (last, b, c, o) -> CORE.correl(0, last, x, y, n, b, c, o));
    }

    static double[] highest(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.max(0, last, x, n, b, c, o));
    }

    static double[] lowest(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.min(0, last, x, n, b, c, o));
    }

    static double[] sum(double[] x, int n) {
        return column(x.length, (last, b, c, o) -> CORE.sum(0, last, x, n, b, c, o));
    }

    /** The bar of the highest value less the bar itself, as {@link Statistics#highestBars} has it. */
    static double[] highestBars(double[] x, int n) {
        return bars(x.length, (last, b, c, o) -> CORE.maxIndex(0, last, x, n, b, c, o));
    }

    static double[] lowestBars(double[] x, int n) {
        return bars(x.length, (last, b, c, o) -> CORE.minIndex(0, last, x, n, b, c, o));
    }

    private interface Indices {
        RetCode run(int last, MInteger begin, MInteger count, int[] out);
    }

    private static double[] bars(int size, Indices indices) {
        int[] found = new int[size];
        MInteger begin = new MInteger();
        double[] bars = column(size, (last, b, c, o) -> {
            RetCode code = indices.run(last, b, c, found);
            begin.value = b.value;
            for (int i = 0; i < c.value; i++) {
                o[i] = found[i];
            }
            return code;
        });
        for (int t = begin.value; t < size; t++) {
            bars[t] -= t;
        }
        return bars;
    }

    static Band bollinger(double[] x, int n, double width) {
        double[][] bands = new double[3][];
        double[] upper = new double[x.length];
        double[] lower = new double[x.length];
        bands[0] = column(
                x.length,
                (last, b, c, o) -> CORE.bbands(0, last, x, n, width, width, MAType.Sma, b, c, upper, o, lower));
        bands[1] = column(x.length, (last, b, c, o) -> {
            double[] scratch = new double[x.length];
            return CORE.bbands(0, last, x, n, width, width, MAType.Sma, b, c, o, scratch, lower);
        });
        bands[2] = column(x.length, (last, b, c, o) -> {
            double[] scratch = new double[x.length];
            return CORE.bbands(0, last, x, n, width, width, MAType.Sma, b, c, upper, scratch, o);
        });
        return new Band(bands[0], bands[1], bands[2]);
    }

    static Macd macd(double[] x, int fast, int slow, int signal) {
        double[] scratch = new double[x.length];
        double[] more = new double[x.length];
        return new Macd(
                column(x.length, (l, b, c, o) -> CORE.macd(0, l, x, fast, slow, signal, b, c, o, scratch, more)),
                column(x.length, (l, b, c, o) -> CORE.macd(0, l, x, fast, slow, signal, b, c, scratch, o, more)),
                column(x.length, (l, b, c, o) -> CORE.macd(0, l, x, fast, slow, signal, b, c, scratch, more, o)));
    }

    static Stochastic stoch(Candles k, int n, int smoothK, int smoothD) {
        double[] scratch = new double[k.size()];
        MAType simple = MAType.Sma;
        return new Stochastic(
                column(
                        k.size(),
                        (l, b, c, o) -> CORE.stoch(
                                0, l, k.high(), k.low(), k.close(), n, smoothK, simple, smoothD, simple, b, c, o,
                                scratch)),
                column(
                        k.size(),
                        (l, b, c, o) -> CORE.stoch(
                                0, l, k.high(), k.low(), k.close(), n, smoothK, simple, smoothD, simple, b, c, scratch,
                                o)));
    }

    static double[] cci(Candles k, int n) {
        return column(k.size(), (l, b, c, o) -> CORE.cci(0, l, k.high(), k.low(), k.close(), n, b, c, o));
    }

    static double[] mfi(Candles k, int n) {
        return column(k.size(), (l, b, c, o) -> CORE.mfi(0, l, k.high(), k.low(), k.close(), k.volume(), n, b, c, o));
    }

    static double[] adx(Candles k, int n) {
        return column(k.size(), (l, b, c, o) -> CORE.adx(0, l, k.high(), k.low(), k.close(), n, b, c, o));
    }

    static double[] plus(Candles k, int n) {
        return column(k.size(), (l, b, c, o) -> CORE.plusDI(0, l, k.high(), k.low(), k.close(), n, b, c, o));
    }

    static double[] minus(Candles k, int n) {
        return column(k.size(), (l, b, c, o) -> CORE.minusDI(0, l, k.high(), k.low(), k.close(), n, b, c, o));
    }

    static double[] atr(Candles k, int n) {
        return column(k.size(), (l, b, c, o) -> CORE.atr(0, l, k.high(), k.low(), k.close(), n, b, c, o));
    }

    static double[] tr(Candles k) {
        return column(k.size(), (l, b, c, o) -> CORE.trueRange(0, l, k.high(), k.low(), k.close(), b, c, o));
    }

    /** With one acceleration for start and step; TA-Lib's sign for short positions is taken off. */
    static double[] psar(Candles k, double start, double step, double max) {
        double[] signed = column(
                k.size(),
                (l, b, c, o) ->
                        CORE.sarExt(0, l, k.high(), k.low(), 0, 0, start, step, max, start, step, max, b, c, o));
        return Arrays.stream(signed).map(Math::abs).toArray();
    }

    static double[] obv(Candles k) {
        return column(k.size(), (l, b, c, o) -> CORE.obv(0, l, k.close(), k.volume(), b, c, o));
    }
}
