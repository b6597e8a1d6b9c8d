package studio.server.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.server.job.JobEnding;
import studio.server.progress.EtaForecast;
import studio.server.progress.ProgressState;
import studio.server.progress.ProgressStore;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.sql.Outages;

/**
 * The database as the tracker sees it: the last row goes in one transaction with the job's status, results and saved
 * configuration.
 */
final class RunEnding implements ProgressStore {
    private final TrainingStores stores;
    private final EtaForecast eta;
    private final InstantSource clock;
    private volatile @Nullable JobEnding prepared;

    RunEnding(TrainingStores stores, EtaForecast eta, InstantSource clock) {
        this.stores = stores;
        this.eta = eta;
        this.clock = clock;
    }

    /** What is committed with the ending that comes next. */
    void prepare(JobEnding ending) {
        prepared = ending;
    }

    @Override
    public boolean save(ProgressState state) {
        return Outages.translate(() -> stores.progress().save(state));
    }

    @Override
    public boolean end(ProgressState state, Ending ending) {
        JobEnding results = prepared;
        if (results == null) {
            throw new IllegalStateException("job " + state.jobId() + " ends without results prepared");
        }
        JobStatus status = JobStatus.valueOf(ending.name());
        Instant now = clock.instant();
        // Only a job that was done shows how long one takes.
        ForecastTrace trace = ending == Ending.COMPLETED ? eta.trace(now).orElse(null) : null;
        return Outages.translate(() -> stores.jobs().end(state, status, results, trace, now));
    }
}
