package studio.engine.indicator;

import java.util.Arrays;

/**
 * The stretches of a column in which no value is missing. Every function of a column works on each stretch by itself: a
 * window never reaches across a missing value, and a recursive average starts again after one.
 */
final class Stretches {
    private Stretches() {}

    /** Works on one stretch. */
    interface Work {
        /**
         * @param from first bar of the stretch, inclusive
         * @param to exclusive
         */
        void on(int from, int to);
    }

    /** Calls the work for each stretch of finite values, first to last. */
    static void of(double[] x, Work work) {
        of(x, x, work);
    }

    /** Calls the work for each stretch in which both columns are finite. */
    static void of(double[] x, double[] y, Work work) {
        int n = x.length;
        int t = 0;
        while (t < n) {
            while (t < n && !(Double.isFinite(x[t]) && Double.isFinite(y[t]))) {
                t++;
            }
            int from = t;
            while (t < n && Double.isFinite(x[t]) && Double.isFinite(y[t])) {
                t++;
            }
            if (from < t) {
                work.on(from, t);
            }
        }
    }

    /** A column without any value. */
    static double[] missing(int length) {
        double[] out = new double[length];
        Arrays.fill(out, Double.NaN);
        return out;
    }

    static void requireLength(int length) {
        requireAtLeast("length", length, 1);
    }

    static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " = " + value + ", at least " + least + " is allowed");
        }
    }

    static void requireSameLength(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("columns differ in length: " + x.length + " and " + y.length + " bars");
        }
    }
}
