package studio.server.progress.eta;

/**
 * How the forecasts of one job stood at one share of its true duration. Errors are absolute, in parts of that duration;
 * infinite where nothing was told.
 *
 * @param atPercent of the true duration
 * @param own error of the forecast
 * @param covered true when the interval held the true end
 * @param score in units of the spread, positive when the job took longer; NaN where nothing was told
 */
public record CheckpointError(
        int atPercent, double own, boolean covered, double score, double overall, double smoothed, double sliding) {
    /** True when a forecast was told. */
    public boolean told() {
        return own < Double.POSITIVE_INFINITY;
    }
}
