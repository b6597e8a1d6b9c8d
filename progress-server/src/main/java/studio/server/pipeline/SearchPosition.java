package studio.server.pipeline;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a search stands between two ended trials, as a part of a trial. It only grows from one ended trial to the next, and
 * stays below what the next one brings: half a trial once it is proposed, what a resumed search repeats, and the
 * optimizer's own work, told by its questions whether to stop. Nobody knows how many questions there will be, so the
 * last batch's are what this one's are compared with. Thread-safe.
 */
final class SearchPosition {
    /** A proposed trial counts as much as this part of an ended one. */
    private static final double PROPOSED = 0.5;
    /** What a resumed search repeats moves the bar from there on, by less than the trial that comes next. */
    private static final double REPEATED = 0.45;
    /** All of the optimizer's own work. With the two above less than one and a half. */
    private static final double WORKING = 0.4;

    private static final long FEWEST_QUESTIONS = 16;

    private final int known;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicInteger proposed = new AtomicInteger();
    private volatile long usual = FEWEST_QUESTIONS;

    /** @param known trials that were stored before this search began */
    SearchPosition(int known) {
        this.known = known;
    }

    /** The optimizer or a trial asked whether to stop. */
    void asked() {
        asked.incrementAndGet();
    }

    /** A batch is proposed, or repeated. */
    void proposed(int batchSize) {
        usual = Math.max(FEWEST_QUESTIONS, (usual + asked.get()) / 2);
        proposed.addAndGet(batchSize);
    }

    /** A trial has ended that was not known before. */
    void ended() {
        asked.set(0);
    }

    /** Trials proposed until now, known ones among them. */
    int proposedUntilNow() {
        return proposed.get();
    }

    /** True while the optimizer is told again what an earlier worker has stored. */
    boolean isRepeating() {
        return proposed.get() < known;
    }

    /**
     * The part of a trial that is under way, 0 to below 1.5.
     *
     * @param ended all ended trials, known ones among them
     */
    double underWay(int ended) {
        long questions = asked.get();
        double working = WORKING * questions / (questions + usual);
        int before = proposed.get();
        if (before == 0) {
            return working;
        }
        // The whole of it until the first new trial has ended, so that the bar never waits for what it has shown.
        double repeated = known > 0 && ended <= known ? REPEATED * Math.min(1, before / (double) known) : 0;
        return PROPOSED + repeated + working;
    }
}
