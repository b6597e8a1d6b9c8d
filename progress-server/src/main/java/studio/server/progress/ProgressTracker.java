package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;
import studio.server.progress.ProgressStore.Ending;

/**
 * Tells how far one job is. Any thread may {@link #update}; it leaves the newest figures in memory and never waits. One
 * writer stores them a few times a second, at once on a step change, and tries an ending again until the database has
 * it. The percentage never falls, not even when the job comes from another worker.
 *
 * <p>Thread-safe; {@link #start} and the endings belong to the thread that runs the job.
 */
public final class ProgressTracker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressTracker.class);
    /** Fewer than five UPSERTs a second, and the last state is stored within a quarter of a second. */
    static final long WRITE_EVERY_MILLIS = 205;
    /** After a stall the ticks that were missed come at once: those that come too early find nothing due. */
    private static final long LEAST_MILLIS = 150;
    /** The forecast moves with the clock, so it is stored now and then though nothing else is new. */
    private static final Duration FORECAST_AGES = Duration.ofSeconds(2);

    private final ProgressStore store;
    private final InstantSource clock;
    private final EtaForecast eta;
    private final ScheduledExecutorService writer;
    private final Patience patience;
    private final Object writing = new Object();
    private final ScheduledFuture<?> ticks;

    private volatile ProgressState base;
    private volatile Handover handover;
    /** An earlier step runs again after a takeover: what it tells is no progress. */
    private volatile boolean repeating;

    private volatile boolean lost;
    private volatile boolean ended;
    private boolean stored;
    private ProgressState written;
    private Instant writtenAt = Instant.EPOCH;
    private Instant tickedAt = Instant.EPOCH;
    private int failures;

    /**
     * @param from what the database holds of the job, with this worker's attempt
     * @param writer runs the writes; shared by all jobs
     */
    public ProgressTracker(
            ProgressState from,
            ProgressStore store,
            InstantSource clock,
            EtaForecast eta,
            ScheduledExecutorService writer,
            Patience patience) {
        this.base = from;
        this.written = from;
        this.store = store;
        this.clock = clock;
        this.eta = eta;
        this.writer = writer;
        this.patience = patience;
        this.handover = new Handover(from.figures());
        ticks = writer.scheduleAtFixedRate(this::tick, WRITE_EVERY_MILLIS, WRITE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins a step. A job that was taken over begins again with the first one: as long as it only repeats what had been
     * reached before, the step that was reached stays.
     *
     * @param details what the step works on, e.g. {@code optimizer, n_calls}
     */
    public void start(StepKey step, Map<String, Object> details) {
        synchronized (writing) {
            Instant now = clock.instant();
            eta.stepStarted(step, now);
            ProgressState reached = current(now);
            StepKey active = ProgressSteps.current(reached.steps());
            repeating = active != null && step.number() < active.number();
            if (repeating) {
                return;
            }
            double stepPercentage = step == active ? reached.stepPercentage() : 0;
            ProgressUpdate figures = reached.figures().at(0, stepPercentage, message(step));
            handover = new Handover(figures);
            base = new ProgressState(
                    reached.jobId(),
                    reached.attempt(),
                    Math.max(reached.percentage(), ProgressSteps.percentage(step, stepPercentage)),
                    step.title(),
                    step.number(),
                    stepPercentage,
                    details,
                    reached.startedAt(),
                    reached.eta(),
                    figures,
                    false,
                    null,
                    message(step),
                    ProgressSteps.activate(reached.steps(), step, now));
        }
        writer.execute(this::write);
    }

    private static String message(StepKey step) {
        return switch (step) {
            case DATA_COLLECTION -> "Collecting data...";
            case OPTIMIZATION -> "Optimizing...";
            case VALIDATION -> "Validating configuration...";
            case SAVE_CONFIG -> "Saving configuration...";
        };
    }

    /** Leaves newer figures of the step; older ones that come late are dropped. Never waits, allocates nothing. */
    public void update(ProgressUpdate update) {
        handover.leave(update);
    }

    /**
     * Leaves another percentage and message of the step; the optimizer's figures stay. Never waits. For steps that are
     * told of by one thread.
     */
    public void update(double stepPercentage, String message) {
        ProgressUpdate held = figures();
        handover.leave(held.at(held.order() + 1, stepPercentage, message));
    }

    /** The figures that were left last. */
    public ProgressUpdate figures() {
        return handover.newest();
    }

    /** True when another worker has the job by now: nothing of this one is stored any more. */
    public boolean isLost() {
        return lost;
    }

    /** True once an ending is in the database. */
    public boolean isEnded() {
        return ended;
    }

    /** The job is done and everything of it is committed with the last row. */
    public void complete() {
        end(Ending.COMPLETED, this::finished);
    }

    /**
     * The job has failed.
     *
     * @param message a sentence that an analyst can act on
     */
    public void error(String message) {
        end(Ending.FAILED, now -> stopped(now, StepState.FAILED, message, message));
    }

    /** The job was cancelled. */
    public void cancel() {
        end(Ending.CANCELLED, now -> stopped(now, StepState.CANCELLED, null, "Cancelled; finished trials are kept."));
    }

    private ProgressState finished(Instant now) {
        ProgressState last = current(now);
        ProgressUpdate figures = last.figures().at(Long.MAX_VALUE, 100, "Complete");
        return new ProgressState(
                last.jobId(),
                last.attempt(),
                100,
                "Complete",
                4,
                100,
                last.stepDetails(),
                last.startedAt(),
                null,
                figures,
                true,
                null,
                "Training complete.",
                ProgressSteps.end(last.steps(), StepState.DONE, now));
    }

    private ProgressState stopped(Instant now, StepState state, @Nullable String error, String message) {
        ProgressState last = current(now);
        List<StepProgress> steps = ProgressSteps.end(last.steps(), state, now);
        return new ProgressState(
                last.jobId(),
                last.attempt(),
                last.percentage(),
                last.currentStep(),
                last.stepNumber(),
                last.stepPercentage(),
                last.stepDetails(),
                last.startedAt(),
                null,
                last.figures(),
                true,
                error,
                message,
                steps);
    }

    private void end(Ending ending, Function<Instant, ProgressState> last) {
        close();
        synchronized (writing) {
            if (ended) {
                return;
            }
            ProgressState state = last.apply(clock.instant());
            ended = Retry.until(() -> store.end(state, ending), patience, "ending of job " + state.jobId());
            lost = !ended;
        }
    }

    private void tick() {
        synchronized (writing) {
            Instant now = clock.instant();
            if (Duration.between(tickedAt, now).abs().toMillis() < LEAST_MILLIS) {
                return;
            }
            tickedAt = now;
            write();
        }
    }

    /** Stores what is new. Runs on the writer; an unreachable database is tried again at the next tick. */
    void write() {
        synchronized (writing) {
            if (ended || lost) {
                return;
            }
            try {
                Instant now = clock.instant();
                ProgressState state = current(now);
                EtaRange range = eta.look(state, now);
                boolean aged = range != null && !now.isBefore(writtenAt.plus(FORECAST_AGES));
                if (!stored || aged || !state.sameButForForecast(written)) {
                    save(state.withEta(range), now);
                }
            } catch (RuntimeException e) {
                // A scheduled task that throws is never run again, and the bar would stand still without a word.
                LOG.error("progress of job {} could not be stored", base.jobId(), e);
            }
        }
    }

    private void save(ProgressState state, Instant now) {
        try {
            lost = !store.save(state);
            written = state;
            writtenAt = now;
            stored = true;
            if (failures > 0) {
                LOG.info("progress of job {} is stored again after {} tries", state.jobId(), failures);
            }
            failures = 0;
        } catch (StoreUnavailableException e) {
            failures++;
            if (failures == 1) {
                LOG.warn("progress of job {} waits for the database", state.jobId(), e);
            }
        }
    }

    /** The base with the newest figures, never below what was shown before. */
    private ProgressState current(Instant now) {
        ProgressState from = base;
        ProgressUpdate update = figures();
        StepKey step = ProgressSteps.current(from.steps());
        if (step == null || repeating || update.order() == 0) {
            return from;
        }
        double stepPercentage = Math.max(from.stepPercentage(), Math.min(100, update.stepPercentage()));
        ProgressState merged = new ProgressState(
                from.jobId(),
                from.attempt(),
                Math.max(from.percentage(), ProgressSteps.percentage(step, stepPercentage)),
                from.currentStep(),
                from.stepNumber(),
                stepPercentage,
                from.stepDetails(),
                from.startedAt(),
                from.eta(),
                Figures.newer(from.figures(), update),
                false,
                null,
                update.message() == null ? from.message() : update.message(),
                from.steps());
        base = merged;
        return merged;
    }

    /** Stops the ticks; an ending does so by itself. */
    @Override
    public void close() {
        ticks.cancel(false);
    }

    /** Tries until it is stored, or until there is no time left. */
    static final class Retry {
        private Retry() {}

        static boolean until(Supplier<Boolean> store, Patience patience, String what) {
            for (int tries = 1; ; tries++) {
                try {
                    return store.get();
                } catch (StoreUnavailableException e) {
                    LOG.warn("{} waits for the database (try {})", what, tries, e);
                    if (!patience.pause(tries)) {
                        throw e;
                    }
                }
            }
        }
    }
}
