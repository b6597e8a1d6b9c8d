package studio.server.progress;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The versions that polls compare with: a job's is read from the database at most a few times a second, however many
 * clients ask. A client learns of a change at most {@link #FRESH_MILLIS} ms later than it could, and never goes back,
 * because only "nothing new" is ever answered from here. An outage is remembered as long, so that waiting for the
 * database is done by one thread and not by all. Thread-safe.
 */
final class VersionCache {
    static final long FRESH_MILLIS = 250;
    private static final long FRESH = FRESH_MILLIS * 1_000_000;
    /** While one thread reads, the others take what is not older than this. */
    private static final long USABLE = 4 * FRESH;

    private static final int MOST = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    VersionCache(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Read(OptionalLong version, @Nullable RuntimeException failure, long at) {}

    private static final class Entry {
        final ReentrantLock reading = new ReentrantLock();
        volatile @Nullable Read last;
    }

    /** The job's version, read anew when the one at hand is no longer fresh; throws what reading throws. */
    OptionalLong version(String jobId, Supplier<OptionalLong> read) {
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

    /** A version that was read for another purpose. */
    void learn(String jobId, long version) {
        Entry entry = entries.get(jobId);
        if (entry != null && entry.reading.tryLock()) {
            try {
                entry.last = new Read(OptionalLong.of(version), null, nanos.getAsLong());
            } finally {
                entry.reading.unlock();
            }
        }
    }

    private Read refresh(Entry entry, Supplier<OptionalLong> read) {
        Read fresh;
        try {
            OptionalLong version = read.get();
            fresh = new Read(version, null, nanos.getAsLong());
        } catch (RuntimeException e) {
            fresh = new Read(OptionalLong.empty(), e, nanos.getAsLong());
        }
        entry.last = fresh;
        return fresh;
    }

    private boolean isYounger(Read read, long age) {
        return nanos.getAsLong() - read.at() < age;
    }

    private static OptionalLong value(Read read) {
        if (read.failure() != null) {
            throw read.failure();
        }
        return read.version();
    }
}
