package studio.engine.indicator;

import java.util.Arrays;

/**
 * Where the highest and the lowest of the last values stand. A queue keeps the bars that can still become the extreme of
 * a later window, so that a bar costs constant time on average, whatever the period.
 */
public final class RollingExtremes {
    private RollingExtremes() {}

    /**
     * The bar of the highest of the last {@code period} values, the latest where several are equal.
     *
     * @param from the first bar whose value is defined
     * @param period bars, at least 1
     * @return -1 before bar {@code from + period - 1}
     */
    public static int[] highestBars(double[] values, int from, int period) {
        return find(values, from, period, 1);
    }

    /** The bar of the lowest of the last {@code period} values, in the same way as {@link #highestBars}. */
    public static int[] lowestBars(double[] values, int from, int period) {
        return find(values, from, period, -1);
    }

    private static int[] find(double[] values, int from, int period, int sign) {
        Indicators.requirePeriod(period);
        int[] out = new int[values.length];
        Arrays.fill(out, -1);
        int[] queue = new int[values.length];
        int head = 0;
        int end = 0;
        for (int t = from; t < values.length; t++) {
            while (end > head && sign * values[queue[end - 1]] <= sign * values[t]) {
                end--;
            }
            queue[end++] = t;
            if (queue[head] <= t - period) {
                head++;
            }
            if (t >= from + period - 1) {
                out[t] = queue[head];
            }
        }
        return out;
    }
}
