package studio.server.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.search.Trial;
import studio.model.job.EventLevel;
import studio.model.job.JobEvent;
import studio.model.job.TrainingSpec;
import studio.model.progress.StepKey;
import studio.server.job.sql.ClaimedJob;
import studio.server.progress.EtaForecast;
import studio.server.progress.ProgressState;
import studio.server.progress.ProgressTracker;
import studio.server.progress.StoreUnavailableException;
import studio.server.progress.sql.Outages;

/**
 * One worker's go at one job: who tells, who stores, who stops. Trials and events are stored every
 * {@value #STORE_EVERY_MILLIS} ms off the evaluating threads. The steps run on the thread that made it.
 */
final class TrainingRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);
    static final long STORE_EVERY_MILLIS = 200;

    final ClaimedJob job;
    final RunControl control;
    final ProgressTracker tracker;
    final EtaForecast eta;
    final RunEnding ending;
    /** This job's place at the threads that evaluate trials. */
    final ExecutorService workers;

    private final TrainingStores stores;
    private final InstantSource clock;
    private final BatchedLog<Trial> trials;
    private final BatchedLog<JobEvent> events;
    private final ScheduledFuture<?> storing;
    private @Nullable StepKey step;

    TrainingRun(
            ClaimedJob job,
            ProgressState from,
            RunControl control,
            TrainingStores stores,
            EtaForecast eta,
            InstantSource clock,
            RunThreads threads) {
        this.job = job;
        this.control = control;
        this.stores = stores;
        this.eta = eta;
        this.clock = clock;
        ending = new RunEnding(stores, eta, clock);
        workers = threads.workers();
        tracker = new ProgressTracker(from, ending, clock, eta, threads.writer(), control);
        trials = new BatchedLog<>(
                batch -> Outages.translate(() -> stores.trials().insert(job.jobId(), job.attempt(), batch)),
                control::lose,
                control::isLeaving);
        events = new BatchedLog<>(this::storeEvents, control::lose, control::isLeaving);
        storing = threads.writer()
                .scheduleWithFixedDelay(this::store, STORE_EVERY_MILLIS, STORE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    TrainingSpec spec() {
        return job.spec();
    }

    void start(StepKey key, Map<String, Object> details) {
        checkGoingOn();
        step = key;
        tracker.start(key, details);
    }

    /** Leaves the step when the run was told to stop. */
    void checkGoingOn() {
        if (control.isCancelled() || tracker.isLost()) {
            throw new RunStopped();
        }
    }

    void info(String message) {
        event(EventLevel.INFO, message);
    }

    void warn(String message) {
        event(EventLevel.WARNING, message);
    }

    void event(EventLevel level, String message) {
        events.add(new JobEvent(0, clock.instant(), level, step, message));
    }

    void trial(Trial trial) {
        trials.add(trial);
    }

    /** Every trial and event is in the database when this returns; waits for it when it is away. */
    void storeAll() {
        insist(trials::store);
        insist(events::store);
    }

    /** Tries a write of this job until the database has it. */
    void insist(BooleanSupplier write) {
        for (int tries = 1; ; tries++) {
            try {
                if (!write.getAsBoolean()) {
                    control.lose();
                    throw new RunStopped();
                }
                return;
            } catch (StoreUnavailableException e) {
                if (!control.pause(tries)) {
                    throw new RunStopped();
                }
            }
        }
    }

    /** Reads what a step needs; waits for the database when it is away. */
    <T> T read(Supplier<T> query) {
        for (int tries = 1; ; tries++) {
            try {
                return Outages.translate(query);
            } catch (StoreUnavailableException e) {
                if (!control.pause(tries)) {
                    throw new RunStopped();
                }
            }
        }
    }

    private void store() {
        Duration pause = eta.takePause();
        if (!pause.isZero()) {
            warn(String.format(
                    Locale.ROOT,
                    "For %.1f s nothing went on here: the server was stopped, its machine slept, or the database did not"
                            + " answer. The job goes on.",
                    pause.toMillis() / 1000.0));
        }
        try {
            trials.flush();
            events.flush();
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again; the next try may do, and the ending insists.
            LOG.error("trials and events of job {} could not be stored", job.jobId(), e);
        }
    }

    private boolean storeEvents(List<JobEvent> batch) {
        return Outages.translate(() ->
                batch.stream().allMatch(event -> stores.events().append(job.jobId(), job.attempt(), event)));
    }

    @Override
    public void close() {
        storing.cancel(false);
        if (control.isLeaving() && !control.isLost()) {
            // A job that is handed back loses nothing that has ended; without a database there is no time to wait.
            store();
        }
        tracker.close();
    }
}
