package studio.server.progress;

import java.time.Duration;
import java.time.Instant;

/** When a job is expected to end, with an interval that should hold the true end 8 times in 10. */
public record EtaRange(Instant low, Instant expected, Instant high) {
    private static final double ABOUT = 0.02;
    private static final Duration LEAST = Duration.ofSeconds(1);

    /**
     * Whether whoever was told the other range learns nothing from this one: no moment of it is further off than a fiftieth of
     * the time that is left, or a second.
     */
    boolean isAbout(EtaRange told, Instant now) {
        double left = Math.max(0, Duration.between(now, expected).toMillis());
        long most = Math.max(LEAST.toMillis(), Math.round(ABOUT * left));
        return apart(low, told.low) <= most && apart(expected, told.expected) <= most && apart(high, told.high) <= most;
    }

    private static long apart(Instant one, Instant other) {
        return Duration.between(one, other).abs().toMillis();
    }
}
