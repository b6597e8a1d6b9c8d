package studio.engine.indicator;

/**
 * Statistics of the last values. NaN in the warm-up of {@code length - 1} bars, counted again after every missing value;
 * lengths are at least 1 unless said otherwise.
 */
public final class Statistics {
    private Statistics() {}

    /**
     * The least-squares line through the last values, read at its newest end or some bars before.
     *
     * @param length at least 2
     * @param offset bars before the newest one, 0 or more
     */
    public static double[] linreg(double[] x, int length, int offset) {
        Stretches.requireAtLeast("length", length, 2);
        Stretches.requireAtLeast("offset", offset, 0);
        double[] out = Stretches.missing(x.length);
        double n = length;
        double spread = n * (n * n - 1) / 12;
        double place = n - 1 - offset - (n - 1) / 2;
        Stretches.of(x, (from, to) -> {
            RollingWeights window = new RollingWeights(x, length, from);
            for (int t = from; t < to; t++) {
                if (window.moveTo(t)) {
                    double slope = (window.weighted() - (n + 1) / 2 * window.sum()) / spread;
                    out[t] = window.reference() + window.sum() / n + slope * place;
                }
            }
        });
        return out;
    }

    /**
     * Pearson's correlation, -1..1; NaN while either column's window stands still.
     *
     * @param length at least 2
     */
    public static double[] correlation(double[] x, double[] y, int length) {
        Stretches.requireAtLeast("length", length, 2);
        Stretches.requireSameLength(x, y);
        double[] out = Stretches.missing(x.length);
        Stretches.of(x, y, (from, to) -> {
            RollingProducts window = new RollingProducts(x, y, length, from);
            for (int t = from; t < to; t++) {
                out[t] = window.moveTo(t) ? window.correlation() : Double.NaN;
            }
        });
        return out;
    }

    /** The largest of the last values. */
    public static double[] highest(double[] x, int length) {
        double[] out = highestBars(x, length);
        for (int t = 0; t < out.length; t++) {
            out[t] = Double.isNaN(out[t]) ? Double.NaN : x[t + (int) out[t]];
        }
        return out;
    }

    /** The smallest of the last values. */
    public static double[] lowest(double[] x, int length) {
        double[] out = lowestBars(x, length);
        for (int t = 0; t < out.length; t++) {
            out[t] = Double.isNaN(out[t]) ? Double.NaN : x[t + (int) out[t]];
        }
        return out;
    }

    /** Where the largest of the last values stands, the newest of several: 0 for this bar, -1 for the one before (Pine). */
    public static double[] highestBars(double[] x, int length) {
        return extremeBars(x, length, 1);
    }

    /** Where the smallest of the last values stands, in the same way. */
    public static double[] lowestBars(double[] x, int length) {
        return extremeBars(x, length, -1);
    }

    /** A queue keeps the bars that can still become the extreme of a later window: constant time a bar on average. */
    private static double[] extremeBars(double[] x, int length, int sign) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        int[] queue = new int[x.length];
        Stretches.of(x, (from, to) -> {
            int head = 0;
            int end = 0;
            for (int t = from; t < to; t++) {
                while (end > head && sign * x[queue[end - 1]] <= sign * x[t]) {
                    end--;
                }
                queue[end++] = t;
                if (queue[head] <= t - length) {
                    head++;
                }
                if (t - from >= length - 1) {
                    out[t] = queue[head] - t;
                }
            }
        });
        return out;
    }

    /** The sum of the last values. */
    public static double[] sum(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        RollingSum window = new RollingSum(length);
        Stretches.of(x, (from, to) -> {
            window.clear();
            for (int t = from; t < to; t++) {
                if (window.add(x, t)) {
                    out[t] = window.sum();
                }
            }
        });
        return out;
    }

    /** The change over {@code length} bars; NaN where either value is missing; warm-up {@code length} bars. */
    public static double[] change(double[] x, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(x.length);
        for (int t = length; t < x.length; t++) {
            out[t] = x[t] - x[t - length];
        }
        return out;
    }
}
