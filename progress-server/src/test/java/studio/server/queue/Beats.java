package studio.server.queue;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Beats for a {@link BeatingStrategy}: at least a twentieth of a second apart, each after an answer of the database. */
final class Beats implements AutoCloseable {
    /** At most so many in a second. */
    static final int A_SECOND = 20;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> beating;
    private final BeatingStrategy strategy;

    Beats(BeatingStrategy strategy, Runnable askDatabase) {
        this.strategy = strategy;
        long pause = 1_000 / A_SECOND;
        beating = timer.scheduleWithFixedDelay(
                () -> {
                    askDatabase.run();
                    strategy.beat();
                },
                pause,
                pause,
                TimeUnit.MILLISECONDS);
    }

    void stop() {
        beating.cancel(false);
    }

    /** Whatever still waits goes on, so that a test that failed ends too. */
    @Override
    public void close() {
        timer.shutdownNow();
        strategy.letGo();
    }
}
