package studio.engine.strategy;

import java.util.Arrays;
import studio.engine.indicator.IndicatorCache;

/**
 * Swing points of a series in order of time.
 *
 * @param bar the bar of each point; it is known only {@link #CONFIRMATION} bars later
 * @param price the high or low there
 * @param countUpTo per bar, how many points lie at or before it
 */
record SwingPoints(int[] bar, double[] price, int[] countUpTo) {
    /** Bars on each side that must be lower (higher). */
    static final int CONFIRMATION = 2;

    /** Highs above the two on each side. */
    static SwingPoints highs(IndicatorCache data) {
        return data.shared(
                "swing-highs", SwingPoints.class, () -> find(data.candles().high(), 1));
    }

    /** Lows below the two on each side. */
    static SwingPoints lows(IndicatorCache data) {
        return data.shared(
                "swing-lows", SwingPoints.class, () -> find(data.candles().low(), -1));
    }

    private static SwingPoints find(double[] values, int sign) {
        int n = values.length;
        int[] bar = new int[n];
        double[] price = new double[n];
        int[] countUpTo = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (i >= CONFIRMATION && i < n - CONFIRMATION && isSwing(values, i, sign)) {
                bar[count] = i;
                price[count] = values[i];
                count++;
            }
            countUpTo[i] = count;
        }
        return new SwingPoints(Arrays.copyOf(bar, count), Arrays.copyOf(price, count), countUpTo);
    }

    private static boolean isSwing(double[] values, int i, int sign) {
        for (int k = 1; k <= CONFIRMATION; k++) {
            if (sign * values[i] <= sign * values[i - k] || sign * values[i] <= sign * values[i + k]) {
                return false;
            }
        }
        return true;
    }
}
