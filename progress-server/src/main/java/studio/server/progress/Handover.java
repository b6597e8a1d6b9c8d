package studio.server.progress;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Takes updates from any thread to the one that writes them, newest by {@link ProgressUpdate#order()}. Wait-free for the
 * first {@value #PLACES} threads of a step: each stores into a place of its own, found in a bounded number of steps, and
 * never tries again; further threads share one place by compare-and-set. Nothing is allocated after a thread's first call.
 *
 * <p>Thread-safe. The newest update is never lost: a place only ever goes forward, and the reader takes the newest of all.
 */
final class Handover {
    static final int PLACES = 64;
    /** Places lie this many references apart, so that no two threads write to one cache line. */
    private static final int APART = 32;

    private final AtomicReferenceArray<@Nullable Thread> owners = new AtomicReferenceArray<>(PLACES);
    private final AtomicReferenceArray<ProgressUpdate> places = new AtomicReferenceArray<>((PLACES + 1) * APART);
    private final AtomicReference<ProgressUpdate> shared;

    Handover(ProgressUpdate first) {
        shared = new AtomicReference<>(first);
    }

    void leave(ProgressUpdate update) {
        Thread thread = Thread.currentThread();
        int home = (int) thread.getId() & PLACES - 1;
        for (int tries = 0; tries < PLACES; tries++) {
            int place = home + tries & PLACES - 1;
            Thread owner = owners.get(place);
            if (owner == thread || owner == null && owners.compareAndSet(place, null, thread)) {
                store((place + 1) * APART, update);
                return;
            }
        }
        shared.accumulateAndGet(update, Handover::newer);
    }

    /** Only the place's owner stores into it. */
    private void store(int index, ProgressUpdate update) {
        ProgressUpdate held = places.getPlain(index);
        if (held == null || held.order() <= update.order()) {
            places.setRelease(index, update);
        }
    }

    /** The newest update; of two with the same order the one whose percentage is larger. */
    ProgressUpdate newest() {
        ProgressUpdate newest = Objects.requireNonNull(shared.get());
        for (int place = 0; place < PLACES; place++) {
            ProgressUpdate held = places.getAcquire((place + 1) * APART);
            if (held != null) {
                newest = newer(newest, held);
            }
        }
        return newest;
    }

    private static ProgressUpdate newer(ProgressUpdate a, ProgressUpdate b) {
        if (a.order() != b.order()) {
            return a.order() > b.order() ? a : b;
        }
        return b.stepPercentage() >= a.stepPercentage() ? b : a;
    }
}
