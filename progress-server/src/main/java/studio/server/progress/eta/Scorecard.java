package studio.server.progress.eta;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Sums up errors at one checkpoint over many jobs. A job of which nothing was told counts with an infinite error, so that
 * silence never improves a median.
 */
public final class Scorecard {
    private final List<CheckpointError> errors;

    /**
     * @param errors of any checkpoints
     * @param atPercent the one that is summed up
     */
    public Scorecard(List<CheckpointError> errors, int atPercent) {
        this.errors = errors.stream().filter(e -> e.atPercent() == atPercent).toList();
    }

    /** Jobs that were judged at this checkpoint. */
    public int jobs() {
        return errors.size();
    }

    /** Jobs that had a forecast by then. */
    public int told() {
        return (int) errors.stream().filter(CheckpointError::told).count();
    }

    public double own() {
        return median(CheckpointError::own);
    }

    public double overall() {
        return median(CheckpointError::overall);
    }

    public double smoothed() {
        return median(CheckpointError::smoothed);
    }

    public double sliding() {
        return median(CheckpointError::sliding);
    }

    /** The smallest of the three published estimators' medians. */
    public double bestPublished() {
        return Math.min(overall(), Math.min(smoothed(), sliding()));
    }

    /** The share of intervals that held the true end, of those that were told, 0..1; NaN without any. */
    public double coverage() {
        Predicate<CheckpointError> told = CheckpointError::told;
        return told() == 0
                ? Double.NaN
                : errors.stream().filter(told.and(CheckpointError::covered)).count() / (double) told();
    }

    private double median(ToDoubleFunction<CheckpointError> figure) {
        double[] sorted = sorted(errors.stream().mapToDouble(figure));
        int middle = sorted.length / 2;
        if (sorted.length % 2 == 1) {
            return sorted[middle];
        }
        return sorted.length == 0 ? Double.NaN : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] sorted(DoubleStream values) {
        return values.map(v -> Double.isNaN(v) ? Double.POSITIVE_INFINITY : v)
                .sorted()
                .toArray();
    }
}
