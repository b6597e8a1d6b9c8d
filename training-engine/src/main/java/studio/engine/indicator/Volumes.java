package studio.engine.indicator;

/** Measures of volume. */
public final class Volumes {
    private static final long DAY_MILLIS = 86_400_000L;

    private Volumes() {}

    /** On-balance volume (Joseph Granville, 1963), starting with the first bar's volume as TA-Lib does. */
    public static double[] obv(double[] close, double[] volume) {
        double[] out = new double[close.length];
        double sum = 0;
        for (int t = 0; t < out.length; t++) {
            double change = t == 0 ? 1 : close[t] - close[t - 1];
            sum += change > 0 ? volume[t] : change < 0 ? -volume[t] : 0;
            out[t] = sum;
        }
        return out;
    }

    /**
     * Volume-weighted average of (high + low + close) / 3 since the start of the bar's UTC day; NaN until the day has volume.
     *
     * @param time open times, epoch milliseconds
     */
    public static double[] vwap(long[] time, double[] high, double[] low, double[] close, double[] volume) {
        double[] out = Stretches.missing(close.length);
        double weighted = 0;
        double weights = 0;
        for (int t = 0; t < out.length; t++) {
            if (t == 0 || Math.floorDiv(time[t], DAY_MILLIS) != Math.floorDiv(time[t - 1], DAY_MILLIS)) {
                weighted = 0;
                weights = 0;
            }
            weighted += (high[t] + low[t] + close[t]) / 3 * volume[t];
            weights += volume[t];
            if (weights > 0) {
                out[t] = weighted / weights;
            }
        }
        return out;
    }
}
