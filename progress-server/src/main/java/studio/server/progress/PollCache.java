package studio.server.progress;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that polls are answered with: a job's is read from the database at most a few times a second, however many
 * clients ask. A client learns of a change at most {@link #FRESH_MILLIS} ms later than it could. It never goes back:
 * whoever asks compares with what it knows, and takes nothing older. An outage is remembered as long, so that waiting for
 * the database is done by one thread and not by all. Thread-safe.
 */
final class PollCache {
    static final long FRESH_MILLIS = 250;
    private static final long FRESH = FRESH_MILLIS * 1_000_000;
    /** While one thread reads, the others take what is not older than this. */
    private static final long USABLE = 4 * FRESH;

    private static final int MOST = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    PollCache(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Read(Optional<Polled> found, @Nullable RuntimeException failure, long at) {}

    private static final class Entry {
        final ReentrantLock reading = new ReentrantLock();
        volatile @Nullable Read last;
    }

    /** The job's snapshot, read anew when the one at hand is no longer fresh; throws what reading throws. */
    Optional<Polled> newest(String jobId, Supplier<Optional<Polled>> read) {
        if (entries.size() > MOST) {
            entries.clear();
        }
        Entry entry = entries.computeIfAbsent(jobId, id -> new Entry());
        Read held = entry.last;
        if (held != null && isYounger(held, FRESH)) {
            return value(held);
        }
        if (!entry.reading.tryLock()) {
            if (held != null && isYounger(held, USABLE)) {
                return value(held);
            }
            entry.reading.lock();
        }
        try {
            Read meanwhile = entry.last;
            return value(meanwhile != null && isYounger(meanwhile, FRESH) ? meanwhile : refresh(entry, read));
        } finally {
            entry.reading.unlock();
        }
    }

    /** What is at hand and still fresh, without reading; null when that is nothing. */
    @Nullable
    Polled atHand(String jobId) {
        Entry entry = entries.get(jobId);
        Read held = entry == null ? null : entry.last;
        return held != null && held.failure() == null && isYounger(held, FRESH)
                ? held.found().orElse(null)
                : null;
    }

    /** A snapshot that was read for one client alone. */
    void learn(String jobId, Polled polled) {
        Entry entry = entries.get(jobId);
        if (entry != null && entry.reading.tryLock()) {
            try {
                entry.last = new Read(Optional.of(polled), null, nanos.getAsLong());
            } finally {
                entry.reading.unlock();
            }
        }
    }

    private Read refresh(Entry entry, Supplier<Optional<Polled>> read) {
        Read fresh;
        try {
            fresh = new Read(read.get(), null, nanos.getAsLong());
        } catch (RuntimeException e) {
            fresh = new Read(Optional.empty(), e, nanos.getAsLong());
        }
        entry.last = fresh;
        return fresh;
    }

    private boolean isYounger(Read read, long age) {
        return nanos.getAsLong() - read.at() < age;
    }

    private static Optional<Polled> value(Read read) {
        if (read.failure() != null) {
            throw read.failure();
        }
        return read.found();
    }
}
