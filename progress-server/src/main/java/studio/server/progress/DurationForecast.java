package studio.server.progress;

import java.util.Optional;
import java.util.function.IntSupplier;
import studio.model.progress.StepKey;
import studio.server.progress.eta.Calibration;
import studio.server.progress.eta.Forecaster;
import studio.server.progress.eta.Remaining;
import studio.server.progress.eta.TracePoint;

/**
 * What a job will take before it has shown anything, from what finished jobs of the same strategy and optimizer took
 * per trial and candle on this installation. Thread-safe.
 */
public final class DurationForecast {
    private final CostSource costs;
    private final ScoreSource scores;
    private final int threads;

    /**
     * @param threads that evaluate trials on this server
     */
    public DurationForecast(CostSource costs, ScoreSource scores, int threads) {
        this.costs = costs;
        this.scores = scores;
        this.threads = threads;
    }

    /** The whole job alone on this server; empty while nothing like it has finished here. */
    public Optional<DurationEstimate> job(WorkPlan plan) {
        return job(plan, 1);
    }

    /**
     * The whole job; empty while nothing like it has finished here.
     *
     * @param jobs that share the server while it runs, itself included, at least 1
     */
    public Optional<DurationEstimate> job(WorkPlan plan, int jobs) {
        Forecaster forecaster = new Forecaster(costs, calibration(), threads);
        forecaster.plan(plan);
        forecaster.see(new TracePoint(0, StepKey.DATA_COLLECTION, 0, 0, jobs - 1, null));
        Remaining all = forecaster.remaining();
        return all == null
                ? Optional.empty()
                : Optional.of(new DurationEstimate(all.low(), all.expected(), all.high(), forecaster.samples()));
    }

    /** The forecast of a job that begins now. */
    public EtaForecast begin(IntSupplier otherJobs) {
        return new EtaForecast(costs, scores, threads, otherJobs);
    }

    private Calibration calibration() {
        return new Calibration(scores.newest(EtaForecast.JOBS_CALIBRATED_BY));
    }
}
