package studio.engine.indicator;

/**
 * Averages of a column. A value at bar {@code t} uses values up to {@code t} only; it is NaN in the warm-up, counted from the
 * start of the column and again after every missing (not finite) value. Every length is at least 1 unless said otherwise, and
 * may be longer than the column, which then has no value.
 */
public final class Averages {
    private Averages() {}

    /** Simple moving average; warm-up {@code length - 1} bars. Equal to {@link Indicators#sma} where nothing is missing. */
    public static double[] sma(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        Stretches.of(x, (from, to) -> new RollingMoments(x, length, from, to).means(out));
        return out;
    }

    /**
     * Exponential moving average with {@code k = 2 / (length + 1)}, started with the mean of the first window as TA-Lib does;
     * warm-up {@code length - 1} bars. Equal to {@link Indicators#ema} where nothing is missing.
     */
    public static double[] ema(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        double k = 2.0 / (length + 1);
        Stretches.of(x, (from, to) -> {
            if (to - from < length) {
                return;
            }
            double ema = mean(x, from, length);
            out[from + length - 1] = ema;
            for (int t = from + length; t < to; t++) {
                ema += k * (x[t] - ema);
                out[t] = ema;
            }
        });
        return out;
    }

    /**
     * Wilder's smoothing, started with the mean of the first window (New Concepts in Technical Trading Systems, 1978);
     * warm-up {@code length - 1} bars.
     */
    public static double[] rma(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        Stretches.of(x, (from, to) -> wilder(x, from, to, length, out));
        return out;
    }

    /** Wilder's smoothing of one stretch. */
    static void wilder(double[] x, int from, int to, int length, double[] out) {
        if (to - from < length) {
            return;
        }
        double average = mean(x, from, length);
        out[from + length - 1] = average;
        for (int t = from + length; t < to; t++) {
            average = (average * (length - 1) + x[t]) / length;
            out[t] = average;
        }
    }

    /** Weighted average, {@code length} for the newest value down to 1 for the oldest; warm-up {@code length - 1} bars. */
    public static double[] wma(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        double weights = length * (length + 1.0) / 2;
        Stretches.of(x, (from, to) -> {
            RollingWeights window = new RollingWeights(x, length, from);
            for (int t = from; t < to; t++) {
                if (window.moveTo(t)) {
                    out[t] = window.reference() + window.weighted() / weights;
                }
            }
        });
        return out;
    }

    /**
     * Hull's moving average, {@code wma(2 wma(x, length / 2) - wma(x, length), √length)} with both lengths rounded down
     * (Alan Hull, 2005); warm-up {@code length + ⌊√length⌋ - 2} bars.
     *
     * @param length at least 2
     */
    public static double[] hma(double[] x, int length) {
        Stretches.requireAtLeast("length", length, 2);
        double[] half = wma(x, length / 2);
        double[] whole = wma(x, length);
        double[] ahead = new double[x.length];
        for (int t = 0; t < ahead.length; t++) {
            ahead[t] = 2 * half[t] - whole[t];
        }
        return wma(ahead, (int) Math.sqrt(length));
    }

    /**
     * Double exponential moving average, {@code 2 ema - ema(ema)} (Patrick Mulloy, Technical Analysis of Stocks &amp;
     * Commodities, February 1994); warm-up {@code 2 (length - 1)} bars.
     */
    public static double[] dema(double[] x, int length) {
        double[] once = ema(x, length);
        double[] twice = ema(once, length);
        double[] out = new double[x.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = 2 * once[t] - twice[t];
        }
        return out;
    }

    /**
     * Triple exponential moving average, {@code 3 e1 - 3 e2 + e3} (Patrick Mulloy, January 1994); warm-up
     * {@code 3 (length - 1)} bars.
     */
    public static double[] tema(double[] x, int length) {
        double[] once = ema(x, length);
        double[] twice = ema(once, length);
        double[] thrice = ema(twice, length);
        double[] out = new double[x.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = 3 * once[t] - 3 * twice[t] + thrice[t];
        }
        return out;
    }

    /**
     * Kaufman's adaptive moving average (Smarter Trading, 1995), started as TA-Lib does: with the value before the first
     * output. The efficiency ratio of a window that stands still is 1, as in TA-Lib; warm-up {@code length} bars.
     *
     * @param fast length of the fastest exponential average, at least 1
     * @param slow length of the slowest, at least 1
     */
    public static double[] kama(double[] x, int length, int fast, int slow) {
        Stretches.requireLength(length);
        Stretches.requireAtLeast("fast", fast, 1);
        Stretches.requireAtLeast("slow", slow, 1);
        double[] out = Stretches.missing(x.length);
        double fastest = 2.0 / (fast + 1);
        double slowest = 2.0 / (slow + 1);
        double[] moves = new double[x.length];
        RollingSum path = new RollingSum(length);
        Stretches.of(x, (from, to) -> {
            path.clear();
            double kama = Double.NaN;
            for (int t = from + 1; t < to; t++) {
                moves[t] = Math.abs(x[t] - x[t - 1]);
                if (!path.add(moves, t)) {
                    continue;
                }
                kama = t == from + length ? x[t - 1] : kama;
                double moved = Math.abs(x[t] - x[t - length]);
                double efficiency = moved >= path.sum() ? 1 : moved / path.sum();
                double constant = efficiency * (fastest - slowest) + slowest;
                kama += constant * constant * (x[t] - kama);
                out[t] = kama;
            }
        });
        return out;
    }

    /** Average weighted by volume; NaN where the window has no volume at all; warm-up {@code length - 1} bars. */
    public static double[] vwma(double[] x, double[] volume, int length) {
        Stretches.requireLength(length);
        Stretches.requireSameLength(x, volume);
        double[] out = Stretches.missing(x.length);
        double[] products = new double[x.length];
        RollingSum weighted = new RollingSum(length);
        RollingSum weights = new RollingSum(length);
        Stretches.of(x, volume, (from, to) -> {
            weighted.clear();
            weights.clear();
            int quiet = 0;
            for (int t = from; t < to; t++) {
                products[t] = x[t] * volume[t];
                quiet = volume[t] == 0 ? quiet + 1 : 0;
                boolean full = weighted.add(products, t);
                weights.add(volume, t);
                if (full && quiet < length) {
                    out[t] = weighted.sum() / weights.sum();
                }
            }
        });
        return out;
    }

    static double mean(double[] x, int from, int count) {
        double sum = 0;
        for (int t = from; t < from + count; t++) {
            sum += x[t];
        }
        return sum / count;
    }
}
