package studio.server.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.server.progress.StoreUnavailableException;

/**
 * Entries on their way to the database, stored in batches on another thread. While the database is away they stay in
 * memory, in order, up to {@value #MOST_WAITING}; adding one waits only then, so that a long outage slows a training down
 * instead of filling the memory. Thread-safe.
 */
final class BatchedLog<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BatchedLog.class);
    private static final int BATCH = 1_000;
    static final int MOST_WAITING = 50_000;
    private static final long LOOK_MILLIS = 100;

    private final Predicate<List<T>> store;
    private final Runnable whenLost;
    private final BooleanSupplier gaveUp;
    private final Semaphore room;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private List<T> batch = List.of();
    private boolean away;

    /**
     * @param store stores a batch; false when the job belongs to another worker by now
     * @param whenLost is run then
     * @param gaveUp true once nothing more will be stored: an entry that finds no room is dropped then
     */
    BatchedLog(Predicate<List<T>> store, Runnable whenLost, BooleanSupplier gaveUp) {
        this(store, whenLost, gaveUp, MOST_WAITING);
    }

    BatchedLog(Predicate<List<T>> store, Runnable whenLost, BooleanSupplier gaveUp, int mostWaiting) {
        this.store = store;
        this.whenLost = whenLost;
        this.gaveUp = gaveUp;
        this.room = new Semaphore(mostWaiting);
    }

    void add(T entry) {
        try {
            while (!room.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (gaveUp.getAsBoolean()) {
                    return;
                }
            }
            waiting.add(entry);
        } catch (InterruptedException e) {
            // The pool stops: what is not stored is run again by whoever takes the job.
            Thread.currentThread().interrupt();
        }
    }

    /** Stores what waits; on an outage the rest stays for the next call. */
    void flush() {
        try {
            store();
        } catch (StoreUnavailableException e) {
            if (!away) {
                LOG.warn("entries wait for the database", e);
            }
            away = true;
        }
    }

    /** Stores what waits; throws {@link StoreUnavailableException} on an outage, and then the rest stays. */
    synchronized boolean store() {
        for (List<T> next = nextBatch(); !next.isEmpty(); next = nextBatch()) {
            if (!store.test(next)) {
                whenLost.run();
                return false;
            }
            room.release(batch.size());
            batch = List.of();
            away = false;
        }
        return true;
    }

    private List<T> nextBatch() {
        if (batch.isEmpty()) {
            List<T> taken = new ArrayList<>();
            for (T entry = poll(); entry != null; entry = taken.size() < BATCH ? poll() : null) {
                taken.add(entry);
            }
            batch = taken;
        }
        return batch;
    }

    private @org.jspecify.annotations.Nullable T poll() {
        return waiting.poll();
    }
}
