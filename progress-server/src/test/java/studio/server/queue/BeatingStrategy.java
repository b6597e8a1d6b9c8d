package studio.server.queue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import studio.engine.search.ParameterSet;

/** A strategy of which every backtest waits for a beat, and a beat lets one go on. */
final class BeatingStrategy extends BorrowedStrategy {
    static final String NAME = "BEATING";

    private final Semaphore beats = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    BeatingStrategy() {
        super(NAME);
    }

    /** One of the backtests that wait goes on; where none waits the beat is lost. */
    void beat() {
        if (beats.hasQueuedThreads()) {
            beats.release();
        }
    }

    /** Beats that were given and not yet taken are taken back. */
    void hold() {
        beats.drainPermits();
    }

    /** Nothing waits any more. */
    void letGo() {
        beats.release(1_000_000);
    }

    /** Backtests that wait for a beat now. */
    int held() {
        return beats.getQueueLength();
    }

    int begun() {
        return begun.get();
    }

    int ended() {
        return ended.get();
    }

    @Override
    void before(ParameterSet parameters) {
        begun.incrementAndGet();
        beats.acquireUninterruptibly();
        ended.incrementAndGet();
    }
}
