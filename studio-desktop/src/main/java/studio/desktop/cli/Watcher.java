package studio.desktop.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;
import studio.desktop.poll.JobPoller;
import studio.desktop.poll.PollListener;
import studio.model.progress.ProgressSnapshot;

/**
 * Follows a job to its end. Polls quickly in the first seconds, so that a short training is seen too, then at the
 * seed's pace.
 */
public final class Watcher {
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration STEADY = Duration.ofSeconds(1);
    private static final int QUICK_ROUNDS = 100;

    private final Supplier<ScheduledExecutorService> executors;

    /**
     * @param executors makes the one thread of a poller, which the watcher stops when it is done
     */
    public Watcher(Supplier<ScheduledExecutorService> executors) {
        this.executors = executors;
    }

    /** Prints until the job has ended; returns its last snapshot. */
    ProgressSnapshot follow(TrainingClient client, String jobId, ProgressPrinter printer) throws InterruptedException {
        ScheduledExecutorService executor = executors.get();
        CompletableFuture<ProgressSnapshot> end = new CompletableFuture<>();
        int[] rounds = {0};
        Follower follower = new Follower(printer, end);
        // Asked for at once: the first step of a short training may be over before the poller's thread has begun.
        follower.onSnapshot(client.progress(jobId));
        JobPoller poller = new JobPoller(client, executor, () -> rounds[0]++ < QUICK_ROUNDS ? QUICK : STEADY);
        try (JobPoller.Subscription watch = poller.watch(java.util.List.of(jobId), follower)) {
            return end.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } finally {
            executor.shutdownNow();
            printer.close();
        }
    }

    private static final class Follower implements PollListener {
        private final ProgressPrinter printer;
        private final CompletableFuture<ProgressSnapshot> end;
        private boolean away;
        private @Nullable ProgressSnapshot last;

        Follower(ProgressPrinter printer, CompletableFuture<ProgressSnapshot> end) {
            this.printer = printer;
            this.end = end;
        }

        @Override
        public synchronized void onSnapshot(ProgressSnapshot snapshot) {
            if (snapshot.equals(last)) {
                return;
            }
            last = snapshot;
            printer.print(snapshot);
            if (snapshot.isComplete()) {
                end.complete(snapshot);
            }
        }

        @Override
        public void onHeard() {
            if (away) {
                away = false;
                printer.say("The server answers again.");
            }
        }

        @Override
        public void onAway(Exception cause) {
            if (!away) {
                away = true;
                printer.say("The server does not answer (" + cause.getMessage() + "); trying again.");
            }
        }

        @Override
        public void onUnknown(java.util.List<String> jobIds) {
            end.completeExceptionally(new CommandFailedException("There is no job " + jobIds.get(0) + ".", null));
        }
    }
}
