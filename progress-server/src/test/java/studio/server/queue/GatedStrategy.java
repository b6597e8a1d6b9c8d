package studio.server.queue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import studio.engine.search.ParameterSet;

/** A strategy behind a gate: after so many backtests it holds every further one until the gate opens. */
final class GatedStrategy extends BorrowedStrategy {
    static final String NAME = "GATED";

    private final int free;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final AtomicInteger backtests = new AtomicInteger();

    GatedStrategy(int free) {
        super(NAME);
        this.free = free;
    }

    void open() {
        gate.countDown();
    }

    void awaitReached() throws InterruptedException {
        if (!reached.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("only " + backtests + " backtests ran, the gate is at " + free);
        }
    }

    int backtests() {
        return backtests.get();
    }

    @Override
    void before(ParameterSet parameters) {
        if (backtests.incrementAndGet() > free) {
            reached.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
