package studio.server.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studio.engine.search.CancellationToken;
import studio.server.progress.Patience;

/** Tells a running job to stop, and why; the first steps of a stop are seen within a trial's time. Thread-safe. */
public final class RunControl implements CancellationToken, Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CountDownLatch leaving = new CountDownLatch(1);
    private volatile boolean cancelled;
    private volatile boolean lost;

    /** The analyst wants it stopped: it ends as cancelled. */
    public void cancel() {
        cancelled = true;
    }

    /** The server stops: the job goes back to the queue as it stands. */
    public void handBack() {
        leaving.countDown();
    }

    /** Another worker has the job: nothing of this one may be stored any more. */
    public void lose() {
        lost = true;
        leaving.countDown();
    }

    /** True when the job must stop, for whatever reason. */
    @Override
    public boolean isCancelled() {
        return cancelled || isLeaving();
    }

    /** True when this worker leaves the job without ending it. */
    public boolean isLeaving() {
        return leaving.getCount() == 0;
    }

    /** True when another worker has the job. */
    public boolean isLost() {
        return lost;
    }

    @Override
    public boolean pause(int failures) {
        long millis = FIRST_PAUSE.toMillis() << Math.min(10, failures - 1);
        try {
            return !leaving.await(Math.min(millis, LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
