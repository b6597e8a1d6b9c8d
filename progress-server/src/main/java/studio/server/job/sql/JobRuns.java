package studio.server.job.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.job.StartRequest;
import studio.model.job.StateChange;
import studio.model.job.TrainingSpec;
import studio.model.result.JobResults;
import studio.model.result.LifecycleStage;
import studio.model.result.Metrics;
import studio.server.configuration.sql.ConfigurationRepository;
import studio.server.job.JobEnding;
import studio.server.job.RunState;
import studio.server.progress.ProgressState;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.TraceCosts;
import studio.server.progress.sql.CostRepository;
import studio.server.progress.sql.ForecastRepository;
import studio.server.progress.sql.ProgressRepository;
import studio.server.shared.json.JsonText;

/** Jobs as a worker takes and holds them. A worker whose attempt is no longer the job's changes nothing. Thread-safe. */
public final class JobRuns {
    private final Jdbi jdbi;

    public JobRuns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes a pending job, or one that another worker has left behind.
     *
     * @return the job with this worker's attempt number; empty when it is gone or has ended
     */
    public Optional<ClaimedJob> claim(String jobId, String worker, Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<ClaimedJob> claimed = handle.createQuery("""
                            WITH stored AS (
                                SELECT (SELECT count(*) FROM training_trials WHERE job_id = :jobId)
                                    + (SELECT count(*) FROM training_windows WHERE job_id = :jobId) AS reached)
                            UPDATE training_jobs j
                            SET status = CASE status WHEN 'PENDING' THEN 'RUNNING' ELSE status END,
                                attempt = attempt + 1, worker = :worker,
                                fruitless_attempts = CASE WHEN stored.reached > j.reached THEN 0
                                    WHEN j.worker IS NULL THEN j.fruitless_attempts
                                    ELSE j.fruitless_attempts + 1 END,
                                reached = stored.reached,
                                started_at = coalesce(started_at, :now), version = version + 1
                            FROM stored
                            WHERE job_id = :jobId AND status IN ('PENDING', 'RUNNING', 'CANCELLING')
                            RETURNING job_id, status, attempt, request, spec, started_at, data_fingerprint,
                                fruitless_attempts
                            """)
                    .bind("jobId", jobId)
                    .bind("worker", worker)
                    .bind("now", now)
                    .map((row, context) -> new ClaimedJob(
                            row.getString("job_id"),
                            row.getInt("attempt"),
                            JsonText.read(row.getString("spec"), TrainingSpec.class),
                            Columns.requiredInstant(row, "started_at"),
                            row.getString("data_fingerprint"),
                            JsonText.read(row.getString("request"), StartRequest.class)
                                            .validation()
                                    != null,
                            row.getString("status").equals(JobStatus.CANCELLING.name()),
                            row.getInt("fruitless_attempts")))
                    .findOne();
            claimed.ifPresent(job -> {
                StateChanges.add(
                        handle, jobId, new StateChange(statusOf(job), now, job.attempt(), reason(job, worker)));
                ProgressRepository.touch(handle, jobId);
            });
            return claimed;
        });
    }

    private static JobStatus statusOf(ClaimedJob job) {
        return job.cancelling() ? JobStatus.CANCELLING : JobStatus.RUNNING;
    }

    private static @Nullable String reason(ClaimedJob job, String worker) {
        return job.attempt() == 1 ? null : "taken over by " + worker;
    }

    /**
     * Leaves the job without ending it, because the server stops: whoever takes it next knows that nobody died.
     *
     * @return false when it belongs to another attempt by now, or has ended
     */
    public boolean handBack(String jobId, int attempt, Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<JobStatus> status = handle.createQuery("""
                            UPDATE training_jobs SET worker = NULL, version = version + 1
                            WHERE job_id = :jobId AND attempt = :attempt AND status IN ('RUNNING', 'CANCELLING')
                            RETURNING status
                            """)
                    .bind("jobId", jobId)
                    .bind("attempt", attempt)
                    .mapTo(String.class)
                    .findOne()
                    .map(JobStatus::valueOf);
            status.ifPresent(held ->
                    StateChanges.add(handle, jobId, new StateChange(held, now, attempt, "handed back to the queue")));
            return status.isPresent();
        });
    }

    /**
     * Takes a job from a worker that has died or failed: it waits for the next one, or has ended when it was being cancelled.
     *
     * @param worker the one before; a job that is another's by now stays as it is
     * @return false when the job needs no worker any more
     */
    public boolean leave(String jobId, String worker, Instant now) {
        return jdbi.inTransaction(handle -> WaitingJobs.leave(handle, jobId, worker, now));
    }

    /** The same for all jobs that workers have, where none of them can be alive. */
    public void leaveAll(Instant now) {
        jdbi.useTransaction(handle -> handle.createQuery("""
                        SELECT job_id, worker FROM training_jobs
                        WHERE status IN ('RUNNING', 'CANCELLING') AND worker IS NOT NULL
                        """)
                .map((row, context) -> Map.entry(row.getString("job_id"), row.getString("worker")))
                .list()
                .forEach(held -> WaitingJobs.leave(handle, held.getKey(), held.getValue(), now)));
    }

    /** Stores the candles' fingerprint and the spec with the windows that are used; false when the job was lost. */
    public boolean storeData(String jobId, int attempt, String fingerprint, TrainingSpec spec) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE training_jobs
                                SET data_fingerprint = :fingerprint, spec = :spec::json, version = version + 1
                                WHERE job_id = :jobId AND attempt = :attempt
                                """)
                        .bind("fingerprint", fingerprint)
                        .bind("spec", JsonText.write(spec))
                        .bind("jobId", jobId)
                        .bind("attempt", attempt)
                        .execute()
                > 0);
    }

    /**
     * Ends the job: status, state history, results, saved configuration, costs and the last progress row together.
     *
     * @param trace of a completed job, from which its costs and its forecast's error follow; null where there is none
     * @return false when the job belongs to another attempt by now, or is gone; true also when this attempt has ended it
     *     before
     */
    public boolean end(ProgressState last, JobStatus to, JobEnding ending, @Nullable ForecastTrace trace, Instant now) {
        return jdbi.inTransaction(handle -> {
            String jobId = last.jobId();
            if (!Transitions.apply(handle, jobId, to, now, last.attempt(), ending.errorMessage())) {
                return endedBefore(handle, jobId, last.attempt(), to);
            }
            summarize(handle, jobId, ending);
            ResultRepository.insert(handle, ending.results());
            if (ending.configuration() != null) {
                ConfigurationRepository.insert(handle, ending.configuration());
            }
            if (trace != null) {
                TraceCosts.of(trace).forEach(cost -> CostRepository.insert(handle, cost, now));
                ForecastRepository.insert(handle, jobId, trace, now);
            }
            ProgressRepository.saveLast(handle, last);
            return true;
        });
    }

    private static boolean endedBefore(Handle handle, String jobId, int attempt, JobStatus to) {
        return handle.createQuery("SELECT attempt, status FROM training_jobs WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .map((row, context) -> row.getInt("attempt") == attempt
                        && row.getString("status").equals(to.name()))
                .findOne()
                .orElse(false);
    }

    private static void summarize(Handle handle, String jobId, JobEnding ending) {
        JobResults results = ending.results();
        Metrics metrics = results.metrics();
        LifecycleStage stage = results.stage();
        handle.createUpdate("""
                        UPDATE training_jobs
                        SET best_score = :bestScore::float8, net_profit_pct = :netProfitPct::float8,
                            trades = :trades::integer, stage = :stage, verdict = :verdict, config_id = :configId,
                            error_message = :error
                        WHERE job_id = :jobId
                        """)
                .bind("bestScore", results.bestScore())
                .bind("netProfitPct", metrics == null ? null : metrics.netProfitPct())
                .bind("trades", metrics == null ? null : metrics.trades())
                .bind("stage", stage == null ? null : stage.name())
                .bind("verdict", results.trustVerdict())
                .bind("configId", results.configId())
                .bind("error", ending.errorMessage())
                .bind("jobId", jobId)
                .execute();
    }

    /** Where these jobs stand; a deleted one is missing. */
    public Map<String, RunState> states(Collection<String> jobIds) {
        Map<String, RunState> states = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT job_id, status, attempt, worker FROM training_jobs WHERE job_id = ANY(:jobIds)")
                .bind("jobIds", Columns.textArray(jobIds))
                .map((row, context) -> Map.entry(
                        row.getString("job_id"),
                        new RunState(
                                JobStatus.valueOf(row.getString("status")),
                                row.getInt("attempt"),
                                row.getString("worker"))))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue())));
        return states;
    }

    /** True while that attempt holds the job; within a transaction it stays true until the transaction's end. */
    static boolean holds(Handle handle, String jobId, int attempt) {
        return handle.createQuery("""
                        SELECT 1 FROM training_jobs
                        WHERE job_id = :jobId AND attempt = :attempt AND status IN ('RUNNING', 'CANCELLING')
                        FOR SHARE
                        """)
                .bind("jobId", jobId)
                .bind("attempt", attempt)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
