package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.progress.StepKey;
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
    /**
     * The row is stored now and then though nothing is new: the forecast moves with the clock, and a reader can tell a job
     * that works from one whose worker stands still.
     */
    private static final Duration ROW_AGES = Duration.ofSeconds(2);

    private final ProgressStore store;
    private final InstantSource clock;
    private final EtaForecast eta;
    private final ScheduledExecutorService writer;
    private final Patience patience;
    private final Object writing = new Object();
    private final ScheduledFuture<?> ticks;

    private volatile ProgressState base;
    private volatile Handover handover;
    /** A step before the one that was reached runs again after a takeover; null else. Guarded by {@code writing}. */
    private @Nullable StepKey repeating;

    private StepScale scale = StepScale.plain();

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
     * reached before, the step that was reached stays, and its bar moves a little.
     *
     * @param details what the step works on, e.g. {@code optimizer, n_calls}
     */
    public void start(StepKey step, Map<String, Object> details) {
        synchronized (writing) {
            Instant now = clock.instant();
            eta.stepStarted(step, now);
            ProgressState reached = current();
            StepKey active = ProgressSteps.current(reached.steps());
            if (active != null && step.number() < active.number()) {
                repeating = step;
                scale = StepScale.repeating(reached.stepPercentage());
                handover = new Handover(reached.figures().at(0, 0, null));
                base = reached;
            } else {
                repeating = null;
                scale = step == active ? StepScale.goingOn(reached.stepPercentage()) : StepScale.plain();
                base = ProgressChanges.begun(reached, step, details, now);
                handover = new Handover(base.figures());
            }
        }
        writer.execute(this::write);
    }

    /** Leaves newer figures of the step; older ones that come late are dropped. Never waits, allocates nothing. */
    public void update(ProgressUpdate update) {
        handover.leave(update);
    }

    /**
     * Leaves another percentage and message of the step; the optimizer's figures stay. Never waits. Of two threads that
     * call it at once the one with less may come to nothing, which the next call makes good.
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
        end(Ending.COMPLETED, now -> ProgressChanges.finished(current(), now));
    }

    /**
     * The job has failed.
     *
     * @param message a sentence that an analyst can act on
     */
    public void error(String message) {
        end(Ending.FAILED, now -> ProgressChanges.stopped(current(), StepState.FAILED, message, message, now));
    }

    /** The job was cancelled. */
    public void cancel() {
        end(
                Ending.CANCELLED,
                now -> ProgressChanges.stopped(
                        current(), StepState.CANCELLED, null, "Cancelled; the results so far are kept.", now));
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
                ProgressState state = current();
                EtaRange range = eta.look(state, now);
                boolean aged = !now.isBefore(writtenAt.plus(ROW_AGES));
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
    private ProgressState current() {
        ProgressState from = base;
        ProgressUpdate update = figures();
        StepKey step = ProgressSteps.current(from.steps());
        if (step == null || update.order() == 0) {
            return from;
        }
        double shown = scale.shown(update.stepPercentage());
        StepKey again = repeating;
        base = again == null
                ? ProgressChanges.moved(from, step, shown, update)
                : ProgressChanges.repeated(from, step, shown, again, update);
        return base;
    }

    /** Stops the ticks; an ending does so by itself. */
    @Override
    public void close() {
        ticks.cancel(false);
    }
}
