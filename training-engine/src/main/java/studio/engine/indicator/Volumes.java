package studio.engine.indicator;

import studio.model.market.SeriesClock;

/** Measures of volume. */
public final class Volumes {
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
     * Volume-weighted average of (high + low + close) / 3 since the start of the bar's trading day; NaN until the day has
     * volume.
     *
     * @param clock says when days begin
     * @param time open times, epoch milliseconds
     */
    public static double[] vwap(
            SeriesClock clock, long[] time, double[] high, double[] low, double[] close, double[] volume) {
        double[] out = Stretches.missing(close.length);
        double weighted = 0;
        double weights = 0;
        long nextDay = Long.MIN_VALUE;
        for (int t = 0; t < out.length; t++) {
            if (time[t] >= nextDay) {
                nextDay = clock.dayStart(clock.dayOf(time[t]) + 1);
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
