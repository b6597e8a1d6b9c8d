package studio.server.progress.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import studio.model.progress.EtaCheckpoint;
import studio.model.progress.EtaScorecard;
import studio.model.progress.JobForecast;
import studio.server.progress.ScoreSource;
import studio.server.progress.eta.CheckpointError;
import studio.server.progress.eta.ErrorText;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.Scorecard;
import studio.server.progress.eta.TraceErrors;
import studio.server.progress.eta.TraceText;

/** Forecast traces of finished jobs, and how the forecasts came out. Thread-safe. */
public final class ForecastRepository implements ScoreSource {
    private static final int JOBS_COUNTED = 1_000;

    private final Jdbi jdbi;

    public ForecastRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Outcome(long standstillMillis, List<CheckpointError> errors) {}

    /** Stores a job's trace, within the transaction that completes it. */
    public static void insert(Handle handle, String jobId, ForecastTrace trace, Instant endedAt) {
        handle.createUpdate("""
                        INSERT INTO training_forecasts (job_id, ended_at, standstill_millis, trace, errors)
                        VALUES (:jobId, :endedAt, :standstill, :trace, :errors)
                        """)
                .bind("jobId", jobId)
                .bind("endedAt", endedAt)
                .bind("standstill", trace.standstillMillis())
                .bind("trace", TraceText.write(trace))
                .bind("errors", ErrorText.write(TraceErrors.of(trace)))
                .execute();
    }

    /** The trace of a finished job; empty when it has none. */
    public Optional<JobForecast> find(String jobId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT ended_at, trace FROM training_forecasts WHERE job_id = :jobId")
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

    @Override
    public List<Double> newest(int jobs) {
        List<Double> scores = new ArrayList<>();
        for (Outcome outcome : outcomes(jobs)) {
            // Within a job the later checkpoints are the newer ones.
            List<CheckpointError> errors = new ArrayList<>(outcome.errors());
            Collections.reverse(errors);
            errors.stream().filter(CheckpointError::told).forEach(e -> scores.add(e.score()));
        }
        return scores;
    }

    /** How good the forecasts of the newest {@value #JOBS_COUNTED} finished jobs were. */
    public EtaScorecard scorecard() {
        List<Outcome> outcomes = outcomes(JOBS_COUNTED);
        List<CheckpointError> errors =
                outcomes.stream().flatMap(o -> o.errors().stream()).toList();
        return new EtaScorecard(
                outcomes.size(),
                outcomes.isEmpty()
                        ? null
                        : (Double) (outcomes.stream()
                                        .mapToLong(Outcome::standstillMillis)
                                        .max()
                                        .orElse(0)
                                / 1000.0),
                TraceErrors.checkpoints().stream()
                        .map(percent -> checkpoint(percent, new Scorecard(errors, percent)))
                        .toList());
    }

    private static EtaCheckpoint checkpoint(int percent, Scorecard card) {
        return new EtaCheckpoint(
                percent,
                card.jobs(),
                card.told(),
                known(card.own()),
                known(card.coverage()),
                known(card.overall()),
                known(card.smoothed()),
                known(card.sliding()));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private List<Outcome> outcomes(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT standstill_millis, errors FROM training_forecasts
                        ORDER BY ended_at DESC, job_id LIMIT :limit
                        """)
                .bind("limit", limit)
                .map((row, context) ->
                        new Outcome(row.getLong("standstill_millis"), ErrorText.read(row.getString("errors"))))
                .list());
    }
}
