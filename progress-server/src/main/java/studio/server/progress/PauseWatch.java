package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a process that did nothing, since it was stopped, its machine slept or it waited for its database, from one that is
 * slow: looks at it come far apart, and between them it took no processor time to speak of. Not thread-safe.
 */
final class PauseWatch {
    /** Looks come five times a second. */
    static final Duration LEAST = Duration.ofSeconds(2);
    /** A process that works, or waits its turn on a busy machine, takes more of a second than this. */
    private static final double IDLE_SHARE = 0.02;

    private final LongSupplier processNanos;
    private @Nullable Instant last;
    private long lastNanos;

    /** @param processNanos processor time of the whole process; negative when it cannot be known */
    PauseWatch(LongSupplier processNanos) {
        this.processNanos = processNanos;
    }

    /** Looks again; gives how long the process stood still since the last look, zero when it did not. */
    Duration look(Instant now) {
        Instant before = last;
        long nanosBefore = lastNanos;
        last = now;
        lastNanos = processNanos.getAsLong();
        if (before == null || lastNanos < 0) {
            return Duration.ZERO;
        }
        Duration gap = Duration.between(before, now);
        double worked = (lastNanos - nanosBefore) / 1e9;
        boolean stood = gap.compareTo(LEAST) > 0 && worked < IDLE_SHARE * gap.toMillis() / 1000.0;
        return stood ? gap : Duration.ZERO;
    }
}
