package studio.engine.indicator;

import java.util.Arrays;

/**
 * Indicators over whole columns. The value at bar {@code t} uses bars up to {@code t} only; bars before the warm-up are
 * NaN. Conventions are those of TA-Lib: a recursive average starts with the simple mean of its first window.
 */
public final class Indicators {
    private Indicators() {}

    /**
     * Simple moving average.
     *
     * @param period bars, at least 1; warm-up is {@code period - 1} bars
     */
    public static double[] sma(double[] values, int period) {
        requirePeriod(period);
        return new RollingMoments(values, period).means();
    }

    /**
     * Standard deviation of the last values around their mean, of the whole window: squares are divided by the period,
     * as Bollinger's bands want it (Bollinger on Bollinger Bands, 2001).
     *
     * @param period bars, at least 1; warm-up is {@code period - 1} bars
     */
    public static double[] deviation(double[] values, int period) {
        requirePeriod(period);
        return new RollingMoments(values, period).deviations();
    }

    /**
     * Exponential moving average with {@code k = 2 / (period + 1)}, started with the mean of the first window.
     *
     * @param period bars, at least 1; warm-up is {@code period - 1} bars
     */
    public static double[] ema(double[] values, int period) {
        requirePeriod(period);
        double[] out = undefined(values.length);
        if (values.length < period) {
            return out;
        }
        double k = 2.0 / (period + 1);
        double ema = meanOfFirst(values, 0, period);
        out[period - 1] = ema;
        for (int i = period; i < values.length; i++) {
            ema += k * (values[i] - ema);
            out[i] = ema;
        }
        return out;
    }

    /**
     * Average true range by Wilder (New Concepts in Technical Trading Systems, 1978). True range starts at bar 1.
     *
     * @param period bars, at least 1; warm-up is {@code period} bars
     */
    public static double[] atr(double[] high, double[] low, double[] close, int period) {
        requirePeriod(period);
        int n = close.length;
        double[] range = new double[n];
        for (int i = 1; i < n; i++) {
            range[i] = Math.max(high[i], close[i - 1]) - Math.min(low[i], close[i - 1]);
        }
        return wilder(range, period);
    }

    /**
     * Relative strength index by Wilder (1978), 0..100; 100 where there was no loss, 50 where nothing moved at all.
     *
     * @param period bars, at least 1; warm-up is {@code period} bars
     */
    public static double[] rsi(double[] close, int period) {
        requirePeriod(period);
        int n = close.length;
        double[] gain = new double[n];
        double[] loss = new double[n];
        for (int i = 1; i < n; i++) {
            double change = close[i] - close[i - 1];
            gain[i] = Math.max(change, 0);
            loss[i] = Math.max(-change, 0);
        }
        double[] up = wilder(gain, period);
        double[] down = wilder(loss, period);
        double[] out = undefined(n);
        for (int i = period; i < n; i++) {
            double total = up[i] + down[i];
            out[i] = total == 0 ? 50 : 100 * up[i] / total;
        }
        return out;
    }

    /** Wilder's average of values[1..]: the mean of the first window, then {@code (previous × (p − 1) + value) / p}. */
    private static double[] wilder(double[] values, int period) {
        double[] out = undefined(values.length);
        if (values.length <= period) {
            return out;
        }
        double average = meanOfFirst(values, 1, period);
        out[period] = average;
        for (int i = period + 1; i < values.length; i++) {
            average = (average * (period - 1) + values[i]) / period;
            out[i] = average;
        }
        return out;
    }

    private static double meanOfFirst(double[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private static double[] undefined(int length) {
        double[] out = new double[length];
        Arrays.fill(out, Double.NaN);
        return out;
    }

    static void requirePeriod(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period = " + period + ", at least 1 is allowed");
        }
    }
}
