package studio.server.progress.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studio.model.progress.JobForecast;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.TraceText;

/** Forecast traces of finished jobs. Thread-safe. */
public final class ForecastRepository {
    private final Jdbi jdbi;

    public ForecastRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a job's trace, within the transaction that completes it. */
    public static void insert(Handle handle, String jobId, ForecastTrace trace, Instant endedAt) {
        handle.createUpdate("""
                        INSERT INTO training_forecasts (job_id, ended_at, trace, errors)
                        VALUES (:jobId, :endedAt, :trace, :errors)
                        """)
                .bind("jobId", jobId)
                .bind("endedAt", endedAt)
                .bind("trace", TraceText.write(trace))
                .bind("errors", "")
                .execute();
    }

    /** The trace of a finished job; empty when it has none. */
    public Optional<JobForecast> find(String jobId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT job_id, ended_at, trace FROM training_forecasts WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .map((row, context) -> {
                    String text = row.getString("trace");
                    ForecastTrace trace = TraceText.read(text.lines().toList()).get(0);
                    return new JobForecast(
                            jobId,
                            row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                            trace.endMillis() / 1000.0,
                            trace.standstillMillis() / 1000.0,
                            text);
                })
                .findOne());
    }
}
