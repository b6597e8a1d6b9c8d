package studio.server.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.job.JobStatus;
import studio.server.marketdata.DataTasks;
import studio.server.marketdata.TaskLostException;
import studio.server.marketdata.backfill.Backfiller;
import studio.server.marketdata.exchange.ExchangeException;
import studio.server.marketdata.sql.ClaimedTask;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.progress.StoreUnavailableException;
import studio.server.progress.sql.Outages;

/**
 * Runs queued backfills on threads of their own, so that they never wait for a training nor keep one waiting. db-scheduler
 * picks them, keeps their heartbeat and finds those whose worker died; these go on from their last stored page.
 * Thread-safe.
 */
public final class BackfillQueue implements DataTasks.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillQueue.class);
    private static final int PARALLEL = 2;
    private static final Duration RETRY_AFTER_OUTAGE = Duration.ofSeconds(2);
    /** A wait is cut into pieces of this length, between which a cancel on another server is seen. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final DataTaskRepository tasks;
    private final Backfiller backfiller;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Map<String, CountDownLatch> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    public BackfillQueue(
            QueueSettings settings,
            DataSource database,
            DataTaskRepository tasks,
            Backfiller backfiller,
            InstantSource clock) {
        this.tasks = tasks;
        this.backfiller = backfiller;
        this.clock = clock;
        Task<Void> backfill = Tasks.custom(DataTaskExecutions.TASK, Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_AFTER_OUTAGE))
                .execute((instance, context) -> run(instance.getId()));
        this.scheduler = Schedulers.of(settings, database, backfill, clock)
                .tableName(DataTaskExecutions.TABLE)
                .threads(PARALLEL)
                .build();
    }

    /** Begins to take backfills. */
    public void start() {
        scheduler.start();
    }

    private CompletionHandler<Void> run(String taskId) {
        if (closing) {
            return handBack();
        }
        Optional<ClaimedTask> claimed = tasks.claim(taskId, clock.instant());
        if (claimed.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        ClaimedTask task = claimed.get();
        CountDownLatch stop = new CountDownLatch(1);
        running.put(taskId, stop);
        LOG.info("backfill {} runs, attempt {}", taskId, task.attempt());
        try {
            backfiller.run(task, duration -> pause(task, stop, duration));
            end(task, JobStatus.COMPLETED, null);
        } catch (ExchangeException e) {
            LOG.info("backfill {} failed: {}", taskId, e.getMessage());
            end(
                    task,
                    JobStatus.FAILED,
                    e.getMessage() + ". What came until then is stored; a further backfill fetches the rest.");
        } catch (TaskLostException e) {
            if (closing && !e.isCancelled()) {
                return handBack();
            }
            if (e.isCancelled()) {
                end(task, JobStatus.CANCELLED, null);
            }
        } catch (RuntimeException e) {
            if (isOutage(e)) {
                throw e;
            }
            LOG.error("backfill {} failed", taskId, e);
            end(task, JobStatus.FAILED, "Something is wrong in the server; its log says more.");
        } finally {
            running.remove(taskId, stop);
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /** The database being away is no fault of the backfill: it goes on from its last page when it is back. */
    private static boolean isOutage(RuntimeException e) {
        return e instanceof StoreUnavailableException || Outages.isOutage(e);
    }

    private void end(ClaimedTask task, JobStatus to, @org.jspecify.annotations.Nullable String error) {
        tasks.end(task.taskId(), task.attempt(), to, error, clock.instant());
    }

    private void pause(ClaimedTask task, CountDownLatch stop, Duration duration) {
        Duration left = duration;
        do {
            if (closing) {
                throw new TaskLostException(task.taskId(), false);
            }
            tasks.requireRunning(task.taskId(), task.attempt());
            Duration piece = left.compareTo(LOOK_EVERY) > 0 ? LOOK_EVERY : left;
            if (piece.isZero()) {
                return;
            }
            try {
                // Ends early on a cancel; the next look tells.
                if (stop.await(piece.toMillis(), TimeUnit.MILLISECONDS)) {
                    tasks.requireRunning(task.taskId(), task.attempt());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TaskLostException(task.taskId(), false);
            }
            left = left.minus(piece);
        } while (!left.isZero());
    }

    private CompletionHandler<Void> handBack() {
        return (complete, operations) -> operations.reschedule(complete, clock.instant());
    }

    @Override
    public void onAdded(String taskId) {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void onCancelRequested(String taskId) {
        CountDownLatch stop = running.get(taskId);
        if (stop != null) {
            stop.countDown();
        }
    }

    /** Takes no more and hands the running ones back to the queue. */
    @Override
    public void close() {
        closing = true;
        running.values().forEach(CountDownLatch::countDown);
        Schedulers.stop(scheduler);
    }
}
