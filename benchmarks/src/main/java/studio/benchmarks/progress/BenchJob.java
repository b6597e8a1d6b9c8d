package studio.benchmarks.progress;

import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.server.job.sql.ExecutionSchedule;
import studio.server.job.sql.JobRepository;
import studio.server.job.sql.JobRuns;
import studio.server.progress.ProgressState;
import studio.server.progress.ProgressUpdate;
import studio.server.progress.sql.ProgressRepository;
import studio.server.shared.sql.Database;

/** A running job's rows in the database, without anybody who runs it. */
final class BenchJob {
    private BenchJob() {}

    /** Stores a job and takes it; gives its progress as a worker finds it. */
    static ProgressState running(Database database, String jobId) {
        Instant now = Instant.now();
        StartRequest request = new StartRequest(
                "LIQUIDITY_SWEEP",
                null,
                "SIM/USDT",
                "simulated",
                Timeframe.M5,
                OptimizerKind.RANDOM,
                null,
                null,
                1_000_000,
                null,
                null,
                1L,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        new JobRepository(database.jdbi(), new NoQueue())
                .insert(jobId, request, TrainingSpec.from(request, 1), null, now);
        if (new JobRuns(database.jdbi()).claim(jobId, "benchmark", now).isEmpty()) {
            throw new IllegalStateException("job " + jobId + " could not be taken");
        }
        return new ProgressRepository(database.jdbi()).resume(jobId, 1, now).orElseThrow();
    }

    /** A snapshot as a search leaves it after each trial. */
    static ProgressUpdate snapshot(long order, Map<String, Object> bestParams) {
        return new ProgressUpdate(
                order,
                100.0 * Math.min(order, 1_000_000) / 1_000_000,
                "Optimizing with Random algorithm...",
                TRIAL,
                TRIALS,
                SCORE,
                SCORE,
                bestParams,
                0,
                0,
                SCORE);
    }

    // Boxed once: what the caller boxes is not the tracker's.
    private static final Integer TRIAL = 500_000;
    private static final Integer TRIALS = 1_000_000;
    private static final Double SCORE = 1.85;

    /** Nothing is queued, so that no server takes the job. */
    private static final class NoQueue implements ExecutionSchedule {
        @Override
        public void add(Connection transaction, String jobId, Instant due) {
            // The benchmark is its worker.
        }

        @Override
        public void remove(Connection transaction, String jobId) {
            // It is in no queue.
        }
    }
}
