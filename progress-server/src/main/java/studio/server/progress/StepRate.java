package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast one step goes. The shares that a resumed step has from before are not counted as work of this worker. Keeps
 * at most {@value #MAX_POINTS} points, thinned evenly. Not thread-safe.
 */
final class StepRate {
    private static final int MAX_POINTS = 240;
    /** The prior weighs as much as this share of the step. */
    private static final double PRIOR_SHARE = 0.05;

    private static final double MIN_SPREAD = 0.08;

    private final boolean slows;
    private final List<Point> points = new ArrayList<>();
    private @Nullable Instant began;

    /**
     * @param slows true when later parts take longer than earlier ones
     */
    StepRate(boolean slows) {
        this.slows = slows;
    }

    private record Point(double seconds, double share) {}

    void observe(double share, Instant now) {
        if (began == null) {
            began = now;
        }
        double seconds = elapsed(now);
        if (points.isEmpty() || share > points.get(points.size() - 1).share()) {
            points.add(new Point(seconds, share));
        }
        if (points.size() > MAX_POINTS) {
            for (int i = points.size() - 2; i > 0; i -= 2) {
                points.remove(i);
            }
        }
    }

    double elapsed(Instant now) {
        return began == null ? 0 : Duration.between(began, now).toMillis() / 1000.0;
    }

    /** Seconds of the whole step when that many are left. */
    double whole(double remaining) {
        double share = points.isEmpty() ? 0 : points.get(points.size() - 1).share();
        return share >= 1 ? remaining : remaining / Math.max(0.01, 1 - share);
    }

    /** Seconds that are left of the step; empty when neither it nor the prior has shown anything. */
    Optional<DurationEstimate> remaining(@Nullable DurationEstimate prior, Instant now) {
        double share = points.isEmpty() ? 0 : points.get(points.size() - 1).share();
        double done = points.isEmpty() ? 0 : share - points.get(0).share();
        if (share >= 1) {
            return Optional.of(new DurationEstimate(0, 0, 0, 0));
        }
        if (done <= 0 || points.size() < 3) {
            return Optional.ofNullable(prior).map(estimate -> lessElapsed(estimate, share, elapsed(now)));
        }
        DurationEstimate shown = shown(share, done, elapsed(now));
        if (prior == null) {
            return Optional.of(shown);
        }
        double weight = done / (done + PRIOR_SHARE);
        double left = 1 - share;
        return Optional.of(new DurationEstimate(
                mix(weight, shown.low(), prior.low() * left),
                mix(weight, shown.expected(), prior.expected() * left),
                mix(weight, shown.high(), prior.high() * left),
                prior.samples()));
    }

    private static DurationEstimate lessElapsed(DurationEstimate prior, double share, double elapsed) {
        double left = 1 - share;
        return new DurationEstimate(
                Math.max(0, prior.low() * left - elapsed),
                Math.max(0, prior.expected() * left - elapsed),
                Math.max(elapsed * 0.2, prior.high() * left - elapsed),
                prior.samples());
    }

    /** Compares the first half of what was done with the second: their mean is the rate, their difference its trend. */
    private DurationEstimate shown(double share, double done, double elapsed) {
        double from = points.get(0).share();
        double middle = secondsAt(from + done / 2);
        double first = middle / (done / 2);
        double second = Math.max(elapsed - middle, 1e-6) / (done / 2);
        double left = 1 - share;
        double perShare = 0.3 * (first + second) / 2 + 0.7 * second;
        double growth = slows ? Math.max(0, second - first) / (done / 2) : 0;
        double expected = left * (perShare + growth * (left / 2 + done / 4));
        double spread = MIN_SPREAD + 0.5 * Math.abs(second - first) / (first + second) + 0.15 * left;
        return new DurationEstimate(expected * Math.max(0, 1 - spread), expected, expected * (1 + 1.3 * spread), 0);
    }

    private double secondsAt(double share) {
        Point before = points.get(0);
        for (Point point : points) {
            if (point.share() >= share) {
                double width = point.share() - before.share();
                double part = width <= 0 ? 0 : (share - before.share()) / width;
                return before.seconds() + part * (point.seconds() - before.seconds());
            }
            before = point;
        }
        return before.seconds();
    }

    private static double mix(double weight, double a, double b) {
        return weight * a + (1 - weight) * b;
    }
}
