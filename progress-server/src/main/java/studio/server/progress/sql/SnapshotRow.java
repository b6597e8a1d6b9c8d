package studio.server.progress.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepProgress;
import studio.server.progress.EtaRange;
import studio.server.progress.ProgressState;
import studio.server.progress.ProgressUpdate;
import studio.server.progress.Silence;
import studio.server.shared.json.JsonText;

/** Reads a progress row. */
final class SnapshotRow {
    private SnapshotRow() {}

    static ProgressSnapshot snapshot(ResultSet row, Instant now) throws SQLException {
        JobStatus status = JobStatus.valueOf(row.getString("status"));
        Instant started = instant(row, "began_at");
        Instant ended = instant(row, "ended_at");
        Duration late =
                late(status, row.getObject("updated_at", OffsetDateTime.class).toInstant(), now);
        return new ProgressSnapshot(
                row.getString("job_id"),
                row.getDouble("percentage"),
                row.getString("current_step"),
                row.getInt("step_number"),
                row.getInt("total_steps"),
                row.getDouble("step_percentage"),
                ProgressRepository.orEmpty(JsonText.readMap(row.getString("step_details"))),
                started,
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                forecast(row, "estimated_completion", late, now),
                integer(row, "current_iteration"),
                integer(row, "total_iterations"),
                real(row, "best_score"),
                real(row, "current_score"),
                JsonText.readMap(row.getString("best_params")),
                status.isEnded(),
                status == JobStatus.FAILED ? row.getString("job_error") : null,
                status,
                message(row, late),
                JsonText.readList(row.getString("steps"), StepProgress.class),
                forecast(row, "eta_low", late, now),
                forecast(row, "eta_high", late, now),
                started == null ? 0 : seconds(started, ended == null ? now : ended),
                real(row, "iterations_per_second"),
                row.getInt("infeasible_iterations"),
                row.getInt("failed_iterations"),
                integer(row, "queue_position"),
                row.getInt("job_attempt"),
                row.getLong("version"));
    }

    /** The expected end of a job that runs, as it is told now; null while unknown. */
    static @Nullable EtaRange range(ResultSet row, Instant now) throws SQLException {
        JobStatus status = JobStatus.valueOf(row.getString("status"));
        Duration late =
                late(status, row.getObject("updated_at", OffsetDateTime.class).toInstant(), now);
        Instant low = forecast(row, "eta_low", late, now);
        Instant expected = forecast(row, "estimated_completion", late, now);
        Instant high = forecast(row, "eta_high", late, now);
        return low == null || expected == null || high == null ? null : new EtaRange(low, expected, high);
    }

    /** What the worker told last, or, of one that is silent, that it is. */
    private static String message(ResultSet row, @Nullable Duration late) throws SQLException {
        // One that waits for another worker, its own being gone, says so itself.
        boolean waits = integer(row, "queue_position") != null;
        return late != null && !late.isZero() && !waits
                ? "No news from this job's server for " + late.toSeconds()
                        + " s: it stands still, or does not reach the database. Should it be gone, another one goes on."
                : row.getString("message");
    }

    static ProgressState state(ResultSet row, int attempt, Instant startedAt) throws SQLException {
        ProgressUpdate figures = new ProgressUpdate(
                0,
                row.getDouble("step_percentage"),
                row.getString("message"),
                integer(row, "current_iteration"),
                integer(row, "total_iterations"),
                real(row, "best_score"),
                real(row, "current_score"),
                JsonText.readMap(row.getString("best_params")),
                row.getInt("infeasible_iterations"),
                row.getInt("failed_iterations"),
                real(row, "iterations_per_second"));
        return new ProgressState(
                row.getString("job_id"),
                attempt,
                row.getDouble("percentage"),
                row.getString("current_step"),
                row.getInt("step_number"),
                row.getDouble("step_percentage"),
                ProgressRepository.orEmpty(JsonText.readMap(row.getString("step_details"))),
                startedAt,
                null,
                figures,
                false,
                null,
                row.getString("message"),
                JsonText.readList(row.getString("steps"), StepProgress.class));
    }

    static Argument textArray(List<String> values) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf("text", values.toArray()));
    }

    /**
     * A worker stores its forecast every two seconds at least. One that is older comes from a job that stands still, since
     * its worker sleeps, died or cannot reach the database: what was left then is left now, so the end moves away as time
     * goes by. Null for an ended job.
     */
    private static @Nullable Duration late(JobStatus status, Instant stored, Instant now) {
        if (status.isEnded()) {
            return null;
        }
        return Silence.of(status, stored, now);
    }

    /** Never in the past, also when it is read late; the three of them stay in order. */
    private static @Nullable Instant forecast(ResultSet row, String column, @Nullable Duration late, Instant now)
            throws SQLException {
        Instant told = late == null ? null : instant(row, column);
        if (told == null || late == null) {
            return null;
        }
        Instant moved = told.plus(late);
        return moved.isBefore(now) ? now : moved;
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Double real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
