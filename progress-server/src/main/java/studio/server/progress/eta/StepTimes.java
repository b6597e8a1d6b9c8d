package studio.server.progress.eta;

import java.util.List;
import studio.model.progress.StepKey;

/** When a finished step had reached which share, between its points by straight lines. */
final class StepTimes {
    private final List<TracePoint> points;
    private final long endMillis;

    /**
     * @param points of one step, at least one
     * @param endMillis when the step after it began
     */
    StepTimes(List<TracePoint> points, long endMillis) {
        this.points = points;
        this.endMillis = endMillis;
    }

    StepKey step() {
        return points.get(0).step();
    }

    /** Seconds between two shares, 0..1. */
    double seconds(double from, double to) {
        return (millisAt(to) - millisAt(from)) / 1000;
    }

    /** Model seconds between two shares, 0..1. */
    double modelSeconds(double from, double to) {
        return Math.max(0, modelAt(to) - modelAt(from));
    }

    /** Jobs beside this one, on average over the points. */
    double otherJobs() {
        return points.stream().mapToInt(TracePoint::otherJobs).average().orElse(0);
    }

    private double millisAt(double share) {
        if (share >= 1) {
            return endMillis;
        }
        TracePoint before = points.get(0);
        for (TracePoint point : points) {
            if (point.share() >= share) {
                return before.millis() + part(before, point, share) * (point.millis() - before.millis());
            }
            before = point;
        }
        double left = 1 - before.share();
        return left <= 0
                ? endMillis
                : before.millis() + (share - before.share()) / left * (endMillis - before.millis());
    }

    private double modelAt(double share) {
        TracePoint before = points.get(0);
        for (TracePoint point : points) {
            if (point.share() >= share) {
                return before.modelSeconds()
                        + part(before, point, share) * (point.modelSeconds() - before.modelSeconds());
            }
            before = point;
        }
        return before.modelSeconds();
    }

    private static double part(TracePoint before, TracePoint point, double share) {
        double width = point.share() - before.share();
        return width <= 0 ? 1 : (share - before.share()) / width;
    }
}
