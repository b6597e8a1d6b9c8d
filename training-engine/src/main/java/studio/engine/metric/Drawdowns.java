package studio.engine.metric;

/**
 * Depth and length of the falls from a former peak of equity, taken in bar by bar or stretch by stretch. Not
 * thread-safe.
 *
 * <p>Maximum drawdown is the largest {@code 1 − equity / peak} (Magdon-Ismail and Atiya, Maximum Drawdown, Risk 2004).
 * The deepest point of a fall is its lowest equity, so one division a fall is enough. A fall begins at a peak and ends
 * where that peak is reached again; average drawdown is the mean depth of the falls (Bacon, Practical Portfolio
 * Performance Measurement and Attribution, 2008).
 */
final class Drawdowns {
    private final MarkedSeries series;
    private final double[] close;
    private double peak;
    private long peakTime;
    /** Lowest equity since the peak; the peak itself when it has not fallen since. */
    private double lowest;

    private double deepest;
    private double depths;
    private int episodes;
    private long longestMillis;

    /**
     * @param initialEquity above 0
     * @param time epoch milliseconds of the start
     */
    Drawdowns(MarkedSeries series, double initialEquity, long time) {
        this.series = series;
        this.close = series.candles().close();
        this.peak = initialEquity;
        this.lowest = initialEquity;
        this.peakTime = time;
    }

    /** The same equity at the close of every bar of {@code fromBar..toBar}, the end exclusive. */
    void flat(int fromBar, int toBar, double equity) {
        if (equity >= peak) {
            endEpisode(series.closeTime(fromBar));
            peak = equity;
            lowest = equity;
            peakTime = series.closeTime(toBar - 1);
        } else if (equity < lowest) {
            lowest = equity;
        }
    }

    /** Equity {@code cash + quantity × (close − entryPrice)} at each bar of {@code fromBar..toBar}, the end exclusive. */
    void open(int fromBar, int toBar, double cash, double quantity, double entryPrice) {
        double top = peak;
        double bottom = lowest;
        int topBar = -1;
        for (int t = fromBar; t < toBar; t++) {
            double equity = cash + quantity * (close[t] - entryPrice);
            if (equity >= top) {
                if (bottom < top) {
                    peak = top;
                    lowest = bottom;
                    peakTime = topBar < 0 ? peakTime : series.closeTime(topBar);
                    endEpisode(series.closeTime(t));
                }
                top = equity;
                bottom = equity;
                topBar = t;
            } else if (equity < bottom) {
                bottom = equity;
            }
        }
        peak = top;
        lowest = bottom;
        peakTime = topBar < 0 ? peakTime : series.closeTime(topBar);
    }

    /** Closes a fall that has not been recovered; to be called once, at the end. */
    void finish(long time) {
        endEpisode(time);
    }

    private void endEpisode(long time) {
        if (lowest < peak) {
            double depth = 1 - lowest / peak;
            deepest = Math.max(deepest, depth);
            depths += depth;
            episodes++;
            longestMillis = Math.max(longestMillis, time - peakTime);
        }
    }

    /** Percent, 0 when equity never fell. */
    double maxPct() {
        return 100 * deepest;
    }

    /** Mean depth of the episodes in percent, 0 when there was none. */
    double averagePct() {
        return episodes == 0 ? 0 : 100 * depths / episodes;
    }

    /** Longest time from a peak until it was reached again, or until the end, in days. */
    double longestDays() {
        return longestMillis / (double) MarkedSeries.DAY_MILLIS;
    }
}
