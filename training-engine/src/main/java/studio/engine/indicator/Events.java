package studio.engine.indicator;

/** What happened on a bar, and when something last did. A comparison with a missing value is no. */
public final class Events {
    private Events() {}

    /** Whether a value is above each of the {@code length} before it; lengths are at least 1. */
    public static boolean[] rising(double[] x, int length) {
        double[] highest = Statistics.highest(x, length);
        boolean[] out = new boolean[x.length];
        for (int t = 1; t < x.length; t++) {
            out[t] = x[t] > highest[t - 1];
        }
        return out;
    }

    /** Whether a value is below each of the {@code length} before it. */
    public static boolean[] falling(double[] x, int length) {
        double[] lowest = Statistics.lowest(x, length);
        boolean[] out = new boolean[x.length];
        for (int t = 1; t < x.length; t++) {
            out[t] = x[t] < lowest[t - 1];
        }
        return out;
    }

    /** Whether x is above y now and was not on the bar before. */
    public static boolean[] crossover(double[] x, double[] y) {
        Stretches.requireSameLength(x, y);
        boolean[] out = new boolean[x.length];
        for (int t = 1; t < x.length; t++) {
            out[t] = x[t] > y[t] && x[t - 1] <= y[t - 1];
        }
        return out;
    }

    /** Whether x is below y now and was not on the bar before. */
    public static boolean[] crossunder(double[] x, double[] y) {
        return crossover(y, x);
    }

    /** Either of the two. */
    public static boolean[] cross(double[] x, double[] y) {
        boolean[] out = crossover(x, y);
        boolean[] under = crossover(y, x);
        for (int t = 0; t < out.length; t++) {
            out[t] |= under[t];
        }
        return out;
    }

    /** Bars since the condition last held, 0 while it holds; NaN before it first did. */
    public static double[] barsSince(boolean[] condition) {
        double[] out = Stretches.missing(condition.length);
        int last = -1;
        for (int t = 0; t < out.length; t++) {
            last = condition[t] ? t : last;
            if (last >= 0) {
                out[t] = t - last;
            }
        }
        return out;
    }

    /**
     * The value that x had when the condition last held, or some times before that; NaN before it held so often.
     *
     * @param occurrence 0 for the last time, 1 for the one before
     */
    public static double[] valueWhen(boolean[] condition, double[] x, int occurrence) {
        Stretches.requireAtLeast("occurrence", occurrence, 0);
        double[] out = Stretches.missing(x.length);
        int[] bars = new int[x.length];
        int count = 0;
        for (int t = 0; t < out.length; t++) {
            if (condition[t]) {
                bars[count++] = t;
            }
            if (count > occurrence) {
                out[t] = x[bars[count - 1 - occurrence]];
            }
        }
        return out;
    }

    /**
     * The value of a peak on the bar that confirms it: above the {@code left} values before it and the {@code right} values
     * after it, {@code right} bars ago. NaN on all other bars.
     *
     * @param left at least 1
     * @param right at least 1
     */
    public static double[] pivotHigh(double[] x, int left, int right) {
        return pivot(x, Statistics.highest(x, left), Statistics.highest(x, right), left, right, 1);
    }

    /** The value of a trough, in the same way. */
    public static double[] pivotLow(double[] x, int left, int right) {
        return pivot(x, Statistics.lowest(x, left), Statistics.lowest(x, right), left, right, -1);
    }

    private static double[] pivot(double[] x, double[] before, double[] after, int left, int right, int sign) {
        double[] out = Stretches.missing(x.length);
        for (int t = left + right; t < x.length; t++) {
            int peak = t - right;
            if (sign * x[peak] > sign * before[peak - 1] && sign * x[peak] > sign * after[t]) {
                out[t] = x[peak];
            }
        }
        return out;
    }
}
