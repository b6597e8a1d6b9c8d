package studio.server.pipeline;

import java.util.concurrent.atomic.AtomicLong;

/** Lets something through at most twenty times a second, whoever asks. Thread-safe. */
final class Rhythm {
    private static final long EVERY_NANOS = 50_000_000;

    private final AtomicLong due = new AtomicLong(System.nanoTime());

    /** True when the last time was long enough ago. */
    boolean isDue() {
        long at = due.get();
        long now = System.nanoTime();
        return now - at >= 0 && due.compareAndSet(at, now + EVERY_NANOS);
    }
}
