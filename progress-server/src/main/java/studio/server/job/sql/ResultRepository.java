package studio.server.job.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import studio.engine.search.Trial;
import studio.model.job.JobStatus;
import studio.model.job.Objective;
import studio.model.result.DataReport;
import studio.model.result.EquityPoint;
import studio.model.result.JobResults;
import studio.model.result.LifecycleStage;
import studio.model.result.Metrics;
import studio.model.result.TradeView;
import studio.model.result.TrustReport;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowResult;
import studio.server.shared.json.JsonText;

/** What jobs found. Thread-safe. */
public final class ResultRepository {
    private final Jdbi jdbi;
    private final TrialRepository trials;

    public ResultRepository(Jdbi jdbi, TrialRepository trials) {
        this.jdbi = jdbi;
        this.trials = trials;
    }

    /** Stores the results, in the transaction that ends the job. */
    static void insert(Handle handle, JobResults results) {
        handle.createUpdate("""
                        INSERT INTO training_results (job_id, partial, data, best_params, best_score, best_trial,
                            metrics, stability, equity, trades, walk_forward, confidence)
                        VALUES (:jobId, :partial, :data::json, :bestParams::json, :bestScore::float8,
                            :bestTrial::integer, :metrics::json, :stability::float8, :equity::json, :trades::json,
                            :walkForward::json, :confidence::float8)
                        """)
                .bind("jobId", results.jobId())
                .bind("partial", results.partial())
                .bind("data", JsonText.writeOrNull(results.data()))
                .bind("bestParams", JsonText.writeOrNull(results.bestParams()))
                .bind("bestScore", results.bestScore())
                .bind("bestTrial", results.bestTrial())
                .bind("metrics", JsonText.writeOrNull(results.metrics()))
                .bind("stability", results.stability())
                .bind("equity", JsonText.write(results.equity()))
                .bind("trades", JsonText.write(results.trades()))
                .bind("walkForward", JsonText.writeOrNull(results.walkForward()))
                .bind("confidence", results.confidence())
                .execute();
        insertTrust(handle, results.jobId(), results.trust());
    }

    private static void insertTrust(Handle handle, String jobId, @Nullable TrustReport report) {
        if (report != null) {
            handle.createUpdate("""
                            INSERT INTO trust_reports (job_id, verdict, report) VALUES (:jobId, :verdict, :report::json)
                            """)
                    .bind("jobId", jobId)
                    .bind("verdict", report.verdict().name())
                    .bind("report", JsonText.write(report))
                    .execute();
        }
    }

    /** What a job leaves that is cancelled while no worker has it: its best stored trial, or nothing at all. */
    static void insertBest(Handle handle, String jobId) {
        handle.createUpdate("""
                        WITH best AS (
                            SELECT params, score, number, metrics FROM training_trials
                            WHERE job_id = :jobId AND state = 'COMPLETE' ORDER BY score DESC, number LIMIT 1),
                        kept AS (UPDATE training_jobs SET best_score = (SELECT score FROM best) WHERE job_id = :jobId)
                        INSERT INTO training_results (job_id, partial, best_params, best_score, best_trial, metrics)
                        SELECT :jobId, true, best.params, best.score, best.number, best.metrics
                        FROM (VALUES (1)) AS one (row) LEFT JOIN best ON true
                        """).bind("jobId", jobId).execute();
    }

    /** What the job found; of one that has not ended, its best stored trial. Empty when there is no such job. */
    public Optional<JobResults> find(String jobId) {
        Optional<JobResults> results = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT j.job_id, j.status, j.objective, j.verdict, j.config_id, j.stage,
                            r.job_id IS NOT NULL AS stored, coalesce(r.partial, true) AS partial, r.data, r.best_params,
                            r.best_score, r.best_trial, r.metrics, r.stability, coalesce(r.equity, '[]') AS equity,
                            coalesce(r.trades, '[]') AS trades, r.walk_forward, r.confidence,
                            t.report AS trust
                        FROM training_jobs j LEFT JOIN training_results r USING (job_id)
                            LEFT JOIN trust_reports t USING (job_id)
                        WHERE j.job_id = :jobId
                        """)
                .bind("jobId", jobId)
                .map((row, context) -> results(row))
                .findOne());
        return results.map(found -> found.status().isEnded() ? found : withBest(found));
    }

    /** A job that another one repeats on the same series, and the candles that it used. */
    public record Repeated(String jobId, DataReport data) {}

    /** The job that this one repeats; empty when it repeats none, on another series, or none whose candles are known. */
    public Optional<Repeated> repeated(String jobId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT before.job_id, r.data
                                FROM training_jobs j
                                JOIN training_jobs before ON before.job_id = j.rerun_of
                                    AND (before.exchange, before.symbol, before.timeframe)
                                        = (j.exchange, j.symbol, j.timeframe)
                                JOIN training_results r ON r.job_id = before.job_id
                                WHERE j.job_id = :jobId AND r.data IS NOT NULL
                                """)
                .bind("jobId", jobId)
                .map((row, context) ->
                        new Repeated(row.getString("job_id"), JsonText.read(row.getString("data"), DataReport.class)))
                .findOne());
    }

    private JobResults withBest(JobResults running) {
        return trials.best(running.jobId()).map(best -> withBest(running, best)).orElse(running);
    }

    private static JobResults withBest(JobResults running, Trial best) {
        return new JobResults(
                running.jobId(),
                running.status(),
                true,
                running.objective(),
                null,
                best.parameters().values(),
                best.evaluation().score(),
                best.number(),
                best.evaluation().metrics(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static JobResults results(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        return new JobResults(
                row.getString("job_id"),
                JobStatus.valueOf(row.getString("status")),
                row.getBoolean("partial"),
                Objective.of(row.getString("objective")),
                JsonText.readOrNull(row.getString("data"), DataReport.class),
                JsonText.readMap(row.getString("best_params")),
                Columns.real(row, "best_score"),
                Columns.integer(row, "best_trial"),
                JsonText.readOrNull(row.getString("metrics"), Metrics.class),
                Columns.real(row, "stability"),
                JsonText.readList(row.getString("equity"), EquityPoint.class),
                JsonText.readList(row.getString("trades"), TradeView.class),
                JsonText.readOrNull(row.getString("walk_forward"), WalkForwardReport.class),
                row.getString("verdict"),
                JsonText.readOrNull(row.getString("trust"), TrustReport.class),
                row.getString("config_id"),
                stageOf(stage),
                Columns.real(row, "confidence"));
    }

    private static @Nullable LifecycleStage stageOf(@Nullable String stage) {
        return stage == null ? null : LifecycleStage.valueOf(stage);
    }

    /**
     * Stores a finished walk-forward window.
     *
     * @return false when the job belongs to another attempt by now, and then nothing was stored
     */
    public boolean addWindow(String jobId, int attempt, WindowResult window) {
        return jdbi.inTransaction(handle -> {
            if (!JobRuns.holds(handle, jobId, attempt)) {
                return false;
            }
            handle.createUpdate("""
                            INSERT INTO training_windows (job_id, number, result, attempt)
                            VALUES (:jobId, :number, :result::json, :attempt)
                            ON CONFLICT (job_id, number) DO NOTHING
                            """)
                    .bind("jobId", jobId)
                    .bind("number", window.plan().number())
                    .bind("result", JsonText.write(window))
                    .bind("attempt", attempt)
                    .execute();
            return true;
        });
    }

    /** Finished walk-forward windows in order. */
    public List<WindowResult> windows(String jobId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT result FROM training_windows WHERE job_id = :jobId ORDER BY number")
                .bind("jobId", jobId)
                .map((row, context) -> JsonText.read(row.getString("result"), WindowResult.class))
                .list());
    }
}
