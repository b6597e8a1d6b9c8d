package studio.server.progress.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrainingSpec;
import studio.server.progress.DurationEstimate;
import studio.server.progress.EtaRange;
import studio.server.shared.json.JsonText;

/** The jobs that have not ended, as far as others wait for them. Thread-safe. */
public final class QueueRepository {
    /** Of those behind it nothing is told: nobody plans by the five-hundredth place, and each costs a look. */
    private static final int MOST_WAITING = 500;

    private final Jdbi jdbi;

    public QueueRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A job that waits.
     *
     * @param left what was left of a job that its worker has left; null of one that never began, or where that is unknown
     */
    public record WaitingJob(TrainingSpec spec, @Nullable DurationEstimate left) {}

    /**
     * @param running the expected ends of the jobs that run; null where unknown
     * @param waiting by job id, in the order in which they start
     */
    public record OpenJobs(List<@Nullable EtaRange> running, Map<String, WaitingJob> waiting) {}

    /** All that run, and the first that wait. */
    public OpenJobs open(Instant now) {
        return jdbi.withHandle(handle -> {
            List<@Nullable EtaRange> running = new ArrayList<>();
            handle.createQuery("""
                            SELECT j.status, p.updated_at, p.eta_low, p.estimated_completion, p.eta_high
                            FROM training_jobs j JOIN training_progress p USING (job_id)
                            WHERE j.status IN ('RUNNING', 'CANCELLING') AND j.worker IS NOT NULL
                            """)
                    .map((row, context) -> running.add(SnapshotRow.range(row, now)))
                    .list();
            Map<String, WaitingJob> waiting = new LinkedHashMap<>();
            handle.createQuery("""
                            SELECT j.job_id, j.spec,
                                extract(epoch FROM p.eta_low - p.updated_at)::float8 AS low,
                                extract(epoch FROM p.estimated_completion - p.updated_at)::float8 AS expected,
                                extract(epoch FROM p.eta_high - p.updated_at)::float8 AS high
                            FROM training_jobs j JOIN training_progress p USING (job_id)
                            WHERE j.status = 'PENDING' OR j.status = 'RUNNING' AND j.worker IS NULL
                            ORDER BY j.created_at, j.job_id LIMIT :most
                            """)
                    .bind("most", MOST_WAITING)
                    .map((row, context) -> waiting.put(
                            row.getString("job_id"),
                            new WaitingJob(JsonText.read(row.getString("spec"), TrainingSpec.class), left(row))))
                    .list();
            return new OpenJobs(running, waiting);
        });
    }

    private static @Nullable DurationEstimate left(ResultSet row) throws SQLException {
        double low = row.getDouble("low");
        double expected = row.getDouble("expected");
        double high = row.getDouble("high");
        return row.wasNull()
                ? null
                : new DurationEstimate(Math.max(0, low), Math.max(0, expected), Math.max(0, high), 0);
    }
}
