package studio.engine.metric;

/**
 * Depth and length of the falls from a former peak of equity, taken in bar by bar. Not thread-safe.
 *
 * <p>Maximum drawdown is the largest {@code 1 − equity / peak} (Magdon-Ismail and Atiya, Maximum Drawdown, Risk 2004).
 */
public final class Drawdowns {
    private double peak;
    private long peakTime;
    private double episodeDepth;
    private double deepest;
    private double depths;
    private int episodes;
    private long longestMillis;

    /**
     * @param initialEquity above 0
     * @param time epoch milliseconds of the start
     */
    public Drawdowns(double initialEquity, long time) {
        this.peak = initialEquity;
        this.peakTime = time;
    }

    /** Equity at that time; times ascend. */
    public void add(double equity, long time) {
        if (equity >= peak) {
            endEpisode(time);
            peak = equity;
            peakTime = time;
            return;
        }
        double depth = 1 - equity / peak;
        if (depth > episodeDepth) {
            episodeDepth = depth;
        }
    }

    /** Closes a fall that has not been recovered; to be called once, at the end. */
    public void finish(long time) {
        endEpisode(time);
    }

    private void endEpisode(long time) {
        if (episodeDepth > 0) {
            deepest = Math.max(deepest, episodeDepth);
            depths += episodeDepth;
            episodes++;
            longestMillis = Math.max(longestMillis, time - peakTime);
            episodeDepth = 0;
        }
    }

    /** Percent, 0 when equity never fell. */
    public double maxPct() {
        return 100 * deepest;
    }

    /** Mean depth of the episodes in percent, 0 when there was none. */
    public double averagePct() {
        return episodes == 0 ? 0 : 100 * depths / episodes;
    }

    /** Longest time from a peak until it was reached again, or until the end, in days. */
    public double longestDays() {
        return longestMillis / 86_400_000.0;
    }
}
