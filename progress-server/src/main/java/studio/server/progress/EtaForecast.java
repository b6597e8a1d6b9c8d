package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;
import studio.server.progress.eta.Calibration;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.Forecaster;
import studio.server.progress.eta.Remaining;
import studio.server.progress.eta.TracePoint;
import studio.server.progress.eta.TraceRecorder;

/**
 * The forecast of one running job: its tracker lets it look at the job a few times a second, and what it saw and told is
 * kept as a trace. Thread-safe.
 */
public final class EtaForecast {
    /** Enough to calibrate by, few enough that an installation that has changed is noticed. */
    static final int JOBS_CALIBRATED_BY = 50;

    private final CostSource history;
    private final ScoreSource scores;
    private final int threads;
    private final IntSupplier otherJobs;
    private final PauseWatch pauses;
    private final TraceRecorder recorder = new TraceRecorder();
    private @Nullable Forecaster forecaster;
    private @Nullable WorkPlan plan;
    private @Nullable StepKey step;
    private @Nullable Instant began;
    private Duration untold = Duration.ZERO;
    private volatile double modelSeconds;

    /**
     * @param history what finished jobs took
     * @param scores how far their forecasts missed
     * @param threads that evaluate trials on this server
     * @param otherJobs that run on this server just now
     */
    public EtaForecast(CostSource history, ScoreSource scores, int threads, IntSupplier otherJobs) {
        this(history, scores, threads, otherJobs, ProcessTime::nanos);
    }

    EtaForecast(CostSource history, ScoreSource scores, int threads, IntSupplier otherJobs, LongSupplier processNanos) {
        this.history = history;
        this.scores = scores;
        this.threads = threads;
        this.otherJobs = otherJobs;
        this.pauses = new PauseWatch(processNanos);
    }

    /** How much work the job is; asks the history once, on the caller's thread. */
    public void plan(WorkPlan work) {
        Forecaster knowing = new Forecaster(history, new Calibration(scores.newest(JOBS_CALIBRATED_BY)), threads);
        knowing.plan(work);
        synchronized (this) {
            plan = work;
            forecaster = knowing;
        }
    }

    /** Seconds that the optimizer's own model has taken in this step. */
    public void modelSeconds(double seconds) {
        modelSeconds = seconds;
    }

    synchronized void stepStarted(StepKey key, Instant now) {
        if (began == null) {
            began = now;
        }
        step = key;
        modelSeconds = 0;
    }

    /** Sees where the job stands, and tells when it will end; null while not known. */
    synchronized @Nullable EtaRange look(ProgressState state, Instant now) {
        Duration pause = pauses.look(now);
        if (!pause.isZero()) {
            untold = untold.plus(pause);
            recorder.paused(pause.toMillis());
        }
        StepKey active = step;
        boolean repeats = active == null || state.stepNumber() != active.number();
        boolean silent = state.figures().order() == 0 && state.stepPercentage() > 0;
        if (active == null || repeats || silent) {
            // After a takeover, until the step that was reached tells where it goes on.
            recorder.shown(millis(now), state.percentage());
            return null;
        }
        TracePoint seen = new TracePoint(
                millis(now),
                active,
                state.figures().stepPercentage() / 100,
                modelSeconds,
                Math.max(0, otherJobs.getAsInt()),
                null);
        Forecaster knowing = forecaster;
        Remaining left = null;
        if (knowing != null) {
            knowing.see(seen);
            left = knowing.remaining();
        }
        recorder.add(
                new TracePoint(seen.millis(), active, seen.share(), seen.modelSeconds(), seen.otherJobs(), left),
                state.percentage());
        return left == null
                ? null
                : new EtaRange(after(now, left.low()), after(now, left.expected()), after(now, left.high()));
    }

    /** How long the process stood still since this was asked last; zero when it did not. */
    public synchronized Duration takePause() {
        Duration taken = untold;
        untold = Duration.ZERO;
        return taken;
    }

    /** All that was seen and told until now; empty while the work was not known. */
    public synchronized Optional<ForecastTrace> trace(Instant now) {
        WorkPlan work = plan;
        return work == null ? Optional.empty() : Optional.of(recorder.trace(work, threads, millis(now)));
    }

    private long millis(Instant now) {
        return began == null ? 0 : Math.max(0, Duration.between(began, now).toMillis());
    }

    private static Instant after(Instant now, double seconds) {
        return now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
