package studio.server.progress.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;
import studio.server.progress.EtaRange;
import studio.server.progress.ProgressState;
import studio.server.progress.ProgressSteps;
import studio.server.progress.ProgressUpdate;
import studio.server.shared.json.JsonText;

/** The progress rows, one a job. Thread-safe. */
public final class ProgressRepository {
    private final Jdbi jdbi;
    private final Consumer<Duration> measured;

    public ProgressRepository(Jdbi jdbi) {
        this(jdbi, took -> {});
    }

    /** @param measured hears how long storing each row took */
    public ProgressRepository(Jdbi jdbi, Consumer<Duration> measured) {
        this.jdbi = jdbi;
        this.measured = measured;
    }

    /** The row of a job that waits in the queue, within the transaction that stores the job. */
    public static void insertPending(Handle handle, String jobId, boolean validation) {
        handle.createUpdate("""
                        INSERT INTO training_progress (job_id, current_step, step_number, message, steps)
                        VALUES (:jobId, :step, 1, 'Waiting for a free worker.', :steps::json)
                        """)
                .bind("jobId", jobId)
                .bind("step", StepKey.DATA_COLLECTION.title())
                .bind("steps", JsonText.write(ProgressSteps.waiting(validation)))
                .execute();
    }

    /** Closes the row of a job that no worker has, within the transaction that cancels it. */
    public static void cancelWaiting(Handle handle, String jobId, Instant now, String message) {
        List<StepProgress> steps = handle.createQuery("SELECT steps FROM training_progress WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .map((row, context) -> JsonText.readList(row.getString("steps"), StepProgress.class))
                .one();
        handle.createUpdate("""
                        UPDATE training_progress
                        SET is_complete = true, message = :message, steps = :steps::json, version = version + 1
                        WHERE job_id = :jobId
                        """)
                .bind("message", message)
                .bind("steps", JsonText.write(ProgressSteps.end(steps, StepState.CANCELLED, now)))
                .bind("jobId", jobId)
                .execute();
    }

    /** Says something in the row of a job that no worker has, within the caller's transaction. */
    public static void tell(Handle handle, String jobId, String message) {
        handle.createUpdate("""
                        UPDATE training_progress SET message = :message, version = version + 1 WHERE job_id = :jobId
                        """).bind("message", message).bind("jobId", jobId).execute();
    }

    /** The job's status has changed: its snapshot is another one, though nothing in this row is. */
    public static void touch(Handle handle, String jobId) {
        handle.createUpdate("UPDATE training_progress SET version = version + 1 WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .execute();
    }

    /**
     * Writes the row unless the job belongs to another attempt by now, or has ended.
     *
     * @return false when it was not written
     */
    public boolean save(ProgressState state) {
        long began = System.nanoTime();
        boolean saved = jdbi.withHandle(handle -> upsert(handle, state, "j.status IN ('RUNNING', 'CANCELLING')"));
        measured.accept(Duration.ofNanos(System.nanoTime() - began));
        return saved;
    }

    /** Writes the last row, within the transaction that ends the job; the attempt is checked there. */
    public static void saveLast(Handle handle, ProgressState state) {
        upsert(handle, state, "true");
    }

    private static boolean upsert(Handle handle, ProgressState state, String condition) {
        ProgressUpdate figures = state.figures();
        EtaRange eta = state.eta();
        return handle.createUpdate("""
                                INSERT INTO training_progress AS p (job_id, percentage, current_step, step_number,
                                    step_percentage, step_details, started_at, estimated_completion, current_iteration,
                                    total_iterations, best_score, current_score, best_params, is_complete,
                                    error_message, message, steps, eta_low, eta_high, iterations_per_second,
                                    infeasible_iterations, failed_iterations, attempt)
                                SELECT j.job_id, :percentage, :currentStep, :stepNumber, :stepPercentage,
                                    :stepDetails::json, :startedAt::timestamptz, :eta::timestamptz, :iteration::integer,
                                    :iterations::integer, :bestScore::float8, :score::float8, :bestParams::json,
                                    :complete, :error, :message, :steps::json, :etaLow::timestamptz,
                                    :etaHigh::timestamptz, :rate::float8, :infeasible, :failed, :attempt
                                FROM training_jobs j
                                WHERE j.job_id = :jobId AND j.attempt = :attempt AND
                                """ + condition + """

                                ON CONFLICT (job_id) DO UPDATE SET
                                    percentage = greatest(p.percentage, excluded.percentage),
                                    current_step = excluded.current_step, step_number = excluded.step_number,
                                    step_percentage = excluded.step_percentage, step_details = excluded.step_details,
                                    started_at = excluded.started_at,
                                    estimated_completion = excluded.estimated_completion,
                                    current_iteration = excluded.current_iteration,
                                    total_iterations = excluded.total_iterations, best_score = excluded.best_score,
                                    current_score = excluded.current_score, best_params = excluded.best_params,
                                    is_complete = excluded.is_complete, error_message = excluded.error_message,
                                    message = excluded.message, steps = excluded.steps, eta_low = excluded.eta_low,
                                    eta_high = excluded.eta_high,
                                    iterations_per_second = excluded.iterations_per_second,
                                    infeasible_iterations = excluded.infeasible_iterations,
                                    failed_iterations = excluded.failed_iterations, attempt = excluded.attempt,
                                    version = p.version + 1
                                """)
                        .bind("percentage", state.percentage())
                        .bind("currentStep", state.currentStep())
                        .bind("stepNumber", state.stepNumber())
                        .bind("stepPercentage", state.stepPercentage())
                        .bind("stepDetails", JsonText.write(state.stepDetails()))
                        .bind("startedAt", state.startedAt())
                        .bind("eta", eta == null ? null : eta.expected())
                        .bind("iteration", figures.currentIteration())
                        .bind("iterations", figures.totalIterations())
                        .bind("bestScore", figures.bestScore())
                        .bind("score", figures.currentScore())
                        .bind("bestParams", JsonText.writeOrNull(figures.bestParams()))
                        .bind("complete", state.complete())
                        .bind("error", state.errorMessage())
                        .bind("message", state.message())
                        .bind("steps", JsonText.write(state.steps()))
                        .bind("etaLow", eta == null ? null : eta.low())
                        .bind("etaHigh", eta == null ? null : eta.high())
                        .bind("rate", figures.iterationsPerSecond())
                        .bind("infeasible", figures.infeasibleIterations())
                        .bind("failed", figures.failedIterations())
                        .bind("attempt", state.attempt())
                        .bind("jobId", state.jobId())
                        .execute()
                > 0;
    }

    /** The snapshots of these jobs, in no order; unknown ids are left out. */
    public List<ProgressSnapshot> find(List<String> jobIds, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT p.*, j.status, j.ended_at, coalesce(p.started_at, j.started_at) AS began_at,
                            j.attempt AS job_attempt, j.error_message AS job_error,
                        """ + QueuePosition.COLUMN + """

                        FROM training_progress p JOIN training_jobs j USING (job_id)
                        WHERE p.job_id = ANY(:jobIds)
                        """)
                .bind("jobIds", SnapshotRow.textArray(jobIds))
                .map((row, context) -> SnapshotRow.snapshot(row, now))
                .list());
    }

    /** The row as a worker goes on from it, under its own attempt number. */
    public Optional<ProgressState> resume(String jobId, int attempt, Instant startedAt) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM training_progress WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .map((row, context) -> SnapshotRow.state(row, attempt, startedAt))
                .findOne());
    }

    /** An empty object where a step has told no details. */
    static Map<String, Object> orEmpty(@org.jspecify.annotations.Nullable Map<String, Object> map) {
        return map == null ? Map.of() : map;
    }
}
