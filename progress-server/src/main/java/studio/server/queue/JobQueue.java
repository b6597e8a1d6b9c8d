package studio.server.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import studio.model.job.JobStatus;
import studio.server.job.JobListener;
import studio.server.job.RunState;
import studio.server.job.sql.ClaimedJob;
import studio.server.job.sql.JobRuns;
import studio.server.pipeline.RunControl;
import studio.server.pipeline.RunOutcome;
import studio.server.pipeline.TrainingPipeline;

/**
 * Runs queued jobs, a bounded number at once, in the order they were started. db-scheduler picks them, keeps their
 * heartbeat and finds those whose worker died; this class gives each an attempt number, listens for cancels and hands
 * running jobs back when the server stops. Thread-safe.
 */
public final class JobQueue implements JobListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    /** A cancel on another server is seen within this time. */
    private static final long WATCH_EVERY_MILLIS = 200;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(1);

    private final QueueSettings settings;
    private final DataSource database;
    private final JobRuns jobs;
    private final TrainingPipeline pipeline;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final DatabaseSteadiness steadiness;
    private final Scheduler scheduler;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private @Nullable ScheduledFuture<?> watch;

    /**
     * @param timer watches for cancels; stays the caller's
     */
    public JobQueue(
            QueueSettings settings,
            DataSource database,
            JobRuns jobs,
            TrainingPipeline pipeline,
            InstantSource clock,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.database = database;
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.clock = clock;
        this.timer = timer;
        steadiness = new DatabaseSteadiness(database, settings.silence(), clock);
        scheduler = scheduler();
    }

    private record Running(int attempt, RunControl control) {}

    private Scheduler scheduler() {
        Task<Void> training = Tasks.custom(TrainingExecutions.TASK, Void.class)
                .onDeadExecution(new Takeover(running::containsKey, steadiness, this::leave))
                .onFailure(this::retry)
                .execute((instance, context) -> run(instance.getId()));
        return Schedulers.of(settings, database, training, clock)
                .threads(settings.parallelJobs())
                .build();
    }

    /** A worker that breaks for want of memory, database or disk is not helped by trying at once. */
    static Duration retryAfter(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 10));
        return wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
    }

    private void retry(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        if (leave(execution.getId(), settings.worker())) {
            operations.reschedule(complete, clock.instant().plus(retryAfter(execution.consecutiveFailures)));
        } else {
            operations.remove();
        }
    }

    private boolean leave(String jobId, String worker) {
        return jobs.leave(jobId, worker, clock.instant());
    }

    /** Begins to take jobs; on an exclusive database those of a killed server first. */
    public void start() {
        if (settings.exclusive()) {
            try {
                jobs.leaveAll(clock.instant());
                TrainingExecutions.release(database);
            } catch (SQLException e) {
                throw new IllegalStateException("jobs of an earlier server could not be taken over", e);
            }
        }
        watch = timer.scheduleWithFixedDelay(
                this::watch, WATCH_EVERY_MILLIS, WATCH_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        scheduler.start();
    }

    /** Jobs that run on this server now. */
    public int running() {
        return running.size();
    }

    /** True while jobs are taken. */
    public boolean isTaking() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }

    private CompletionHandler<Void> run(String jobId) {
        if (closing) {
            return JobQueue::requeue;
        }
        Optional<ClaimedJob> claimed = jobs.claim(jobId, settings.worker(), clock.instant());
        if (claimed.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        ClaimedJob job = claimed.get();
        RunControl control = new RunControl();
        Running mine = new Running(job.attempt(), control);
        // After an outage the scheduler may take its own run for dead and begin another: the older one has lost the
        // job.
        Running older = running.put(jobId, mine);
        if (older != null) {
            older.control().lose();
        }
        // Every line that this thread logs tells the job.
        try (MDC.MDCCloseable ignored = MDC.putCloseable("job", jobId)) {
            if (closing) {
                control.handBack();
            }
            if (job.cancelling()) {
                control.cancel();
            }
            LOG.info("job {} runs, attempt {}", jobId, job.attempt());
            RunOutcome outcome = pipeline.run(job, control);
            LOG.info("job {}: {}", jobId, outcome);
            return switch (outcome) {
                case ENDED -> new CompletionHandler.OnCompleteRemove<>();
                case HANDED_BACK -> handBack(job);
                // The execution is another worker's, or will be: its row is left as it is.
                case LOST -> (complete, operations) -> {};
            };
        } finally {
            running.remove(jobId, mine);
        }
    }

    private CompletionHandler<Void> handBack(ClaimedJob job) {
        return (complete, operations) -> {
            jobs.handBack(job.jobId(), job.attempt(), clock.instant());
            requeue(complete, operations);
        };
    }

    /** Back to the place that it had: it has waited once. */
    private static void requeue(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getExecution().getExecutionTime());
    }

    /** Sees what other servers did to the jobs that run here. */
    private void watch() {
        Map<String, Running> mine = Map.copyOf(running);
        try {
            Map<String, RunState> states = jobs.states(List.copyOf(mine.keySet()));
            mine.forEach((jobId, run) -> follow(run, states.get(jobId)));
        } catch (RuntimeException e) {
            steadiness.away();
            LOG.debug("the state of running jobs cannot be read now", e);
        }
    }

    private void follow(Running run, @Nullable RunState state) {
        if (state == null
                || state.attempt() != run.attempt()
                || !settings.worker().equals(state.worker())) {
            run.control().lose();
        } else if (state.status() == JobStatus.CANCELLING) {
            run.control().cancel();
        }
    }

    @Override
    public void onStarted(String jobId) {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void onCancelRequested(String jobId) {
        Running run = running.get(jobId);
        if (run != null) {
            run.control().cancel();
        }
    }

    /** Takes no more jobs and hands the running ones back to the queue, where they go on from their last trial. */
    @Override
    public void close() {
        closing = true;
        running.values().forEach(run -> run.control().handBack());
        stop();
    }

    /**
     * Leaves everything as a killed server does: nothing is handed back, nothing more is stored. For tests.
     *
     * @param then runs once no running job may store anything, and before their threads are waited for
     */
    void abandon(Runnable then) {
        running.values().forEach(run -> run.control().lose());
        then.run();
        stop();
    }

    private void stop() {
        if (watch != null) {
            watch.cancel(false);
        }
        Schedulers.stop(scheduler);
    }
}
