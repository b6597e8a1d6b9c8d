package studio.server.marketdata.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.market.BackfillReport;
import studio.model.market.BackfillRequest;
import studio.model.market.DataTask;
import studio.model.market.DataTaskKind;
import studio.model.market.ImportReport;
import studio.model.market.RejectedLine;
import studio.model.market.Timeframe;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.TaskLostException;
import studio.server.shared.json.JsonText;

/** Imports and backfills as rows. Every change of a status checks the one before. Thread-safe. */
public final class DataTaskRepository {
    private static final String COLUMNS = """
            SELECT task_id, kind, status, exchange, symbol, timeframe, created_at, started_at, ended_at, percentage,
                done, message, estimated_completion, error_message, import_report, backfill_report, version
            FROM data_tasks
            """;

    private final Jdbi jdbi;
    private final TaskSchedule schedule;

    public DataTaskRepository(Jdbi jdbi, TaskSchedule schedule) {
        this.jdbi = jdbi;
        this.schedule = schedule;
    }

    /** Stores an import that begins now. */
    public void startImport(String taskId, SeriesKey key, Instant now) {
        jdbi.useHandle(handle -> insert(handle, taskId, DataTaskKind.IMPORT, JobStatus.RUNNING, key, null, now));
    }

    /** Stores a backfill and puts it into the queue. */
    public void addBackfill(String taskId, SeriesKey key, BackfillRequest request, Instant now) {
        jdbi.useTransaction(handle -> {
            insert(handle, taskId, DataTaskKind.BACKFILL, JobStatus.PENDING, key, JsonText.write(request), now);
            schedule.add(handle.getConnection(), taskId, now);
        });
    }

    private static void insert(
            Handle handle,
            String taskId,
            DataTaskKind kind,
            JobStatus status,
            SeriesKey key,
            @Nullable String request,
            Instant now) {
        CandleWriter.named(handle.createUpdate("""
                        INSERT INTO data_tasks (task_id, kind, status, exchange, symbol, timeframe, request, created_at,
                            started_at, updated_at)
                        VALUES (:taskId, :kind, :status, :exchange, :symbol, :timeframe, :request::json, :now,
                            CASE :status WHEN 'RUNNING' THEN :now::timestamptz END, :now)
                        """), key)
                .bind("taskId", taskId)
                .bind("kind", kind.name())
                .bind("status", status.name())
                .bindByType("request", request, String.class)
                .bind("now", now)
                .execute();
    }

    /** The newest tasks. */
    public List<DataTask> newest(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + "ORDER BY created_at DESC, task_id DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, context) -> task(row))
                        .list());
    }

    public Optional<DataTask> find(String taskId) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE task_id = :taskId")
                .bind("taskId", taskId)
                .map((row, context) -> task(row))
                .findOne());
    }

    /** True while a task has not ended. */
    public boolean isAnyOpen() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM data_tasks WHERE status IN ('PENDING', 'RUNNING', 'CANCELLING'))
                        """).mapTo(Boolean.class).one());
    }

    /** The rejected rows of an import, as many as were kept; none for any other task. */
    public List<RejectedLine> rejections(String taskId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT coalesce(rejections, '[]') FROM data_tasks WHERE task_id = :taskId")
                        .bind("taskId", taskId)
                        .mapTo(String.class)
                        .findOne())
                .map(json -> JsonText.readList(json, RejectedLine.class))
                .orElse(List.of());
    }

    /**
     * Writes how far a task is.
     *
     * @param attempt 0 for an import
     * @throws TaskLostException when it was cancelled, or belongs to another worker
     */
    public void progress(String taskId, int attempt, TaskProgress progress, Instant now) {
        String status;
        // A connection of its own: the one that this thread stores candles with may be in the middle of a COPY, and
        // would wait for its own end; and what is written with it is seen by nobody before its transaction ends.
        try (Handle handle = jdbi.open()) {
            status = handle.createQuery("""
                        UPDATE data_tasks
                        SET percentage = greatest(percentage, :percentage::float8), done = :done, message = :message,
                            estimated_completion = :estimate::timestamptz,
                            backfill_report = coalesce(:backfill::json, backfill_report),
                            updated_at = :now, version = version + 1
                        WHERE task_id = :taskId AND attempt = :attempt AND status IN ('RUNNING', 'CANCELLING')
                        RETURNING status
                        """)
                    .bindByType("percentage", progress.percentage(), Double.class)
                    .bind("done", progress.done())
                    .bind("message", progress.message())
                    .bindByType("estimate", progress.estimatedCompletion(), Instant.class)
                    .bindByType("backfill", JsonText.writeOrNull(progress.backfill()), String.class)
                    .bind("now", now)
                    .bind("taskId", taskId)
                    .bind("attempt", attempt)
                    .mapTo(String.class)
                    .findOne()
                    .orElse("LOST");
        }
        if (!status.equals("RUNNING")) {
            throw new TaskLostException(taskId, status.equals("CANCELLING"));
        }
    }

    /**
     * Asks whether to go on.
     *
     * @throws TaskLostException when the task was cancelled, or belongs to another worker
     */
    public void requireRunning(String taskId, int attempt) {
        String status = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT status FROM data_tasks WHERE task_id = :taskId AND attempt = :attempt")
                .bind("taskId", taskId)
                .bind("attempt", attempt)
                .mapTo(String.class)
                .findOne()
                .orElse("LOST"));
        if (!status.equals("RUNNING")) {
            throw new TaskLostException(taskId, status.equals("CANCELLING"));
        }
    }

    /** Takes a backfill that waits, or one that another worker has left behind; empty when it has ended. */
    public Optional<ClaimedTask> claim(String taskId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE data_tasks
                        SET status = CASE status WHEN 'PENDING' THEN 'RUNNING' ELSE status END, attempt = attempt + 1,
                            started_at = coalesce(started_at, :now), updated_at = :now, version = version + 1
                        WHERE task_id = :taskId AND kind = 'BACKFILL' AND status IN ('PENDING', 'RUNNING', 'CANCELLING')
                        RETURNING task_id, attempt, request, backfill_report
                        """)
                .bind("now", now)
                .bind("taskId", taskId)
                .map((row, context) -> new ClaimedTask(
                        row.getString("task_id"),
                        row.getInt("attempt"),
                        JsonText.read(row.getString("request"), BackfillRequest.class),
                        JsonText.readOrNull(row.getString("backfill_report"), BackfillReport.class)))
                .findOne());
    }

    /** Asks a task to stop: one that waits ends at once. False when it has ended already, or is not known. */
    public boolean cancel(String taskId, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                                UPDATE data_tasks
                                SET status = CASE status WHEN 'PENDING' THEN 'CANCELLED' ELSE 'CANCELLING' END,
                                    ended_at = CASE status WHEN 'PENDING' THEN :now::timestamptz END, version = version + 1
                                WHERE task_id = :taskId AND status IN ('PENDING', 'RUNNING', 'CANCELLING')
                                """).bind("now", now).bind("taskId", taskId).execute() > 0);
    }

    /** Ends a task that did not complete an import; nothing happens when it has ended or is another worker's. */
    public void end(String taskId, int attempt, JobStatus to, @Nullable String error, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE data_tasks
                        SET status = CASE WHEN status = 'CANCELLING' AND :to = 'FAILED' THEN 'CANCELLED' ELSE :to END,
                            ended_at = :now, updated_at = :now, error_message = :error,
                            percentage = CASE :to WHEN 'COMPLETED' THEN 100 ELSE percentage END,
                            estimated_completion = NULL, version = version + 1
                        WHERE task_id = :taskId AND attempt = :attempt AND status IN ('RUNNING', 'CANCELLING')
                        """)
                .bind("to", to.name())
                .bindByType("error", error, String.class)
                .bind("now", now)
                .bind("taskId", taskId)
                .bind("attempt", attempt)
                .execute());
    }

    static void completeImport(
            Handle handle, String taskId, ImportReport report, List<RejectedLine> rejections, Instant now) {
        int ended = handle.createUpdate("""
                        UPDATE data_tasks
                        SET status = 'COMPLETED', ended_at = :now, updated_at = :now, percentage = 100, done = :done,
                            message = '', estimated_completion = NULL, import_report = :report::json,
                            rejections = :rejections::json, version = version + 1
                        WHERE task_id = :taskId AND status = 'RUNNING'
                        """)
                .bind("now", now)
                .bind("done", report.inserted() + report.updated() + report.unchanged())
                .bind("report", JsonText.write(report))
                .bind("rejections", JsonText.write(rejections))
                .bind("taskId", taskId)
                .execute();
        if (ended == 0) {
            // Cancelled in the last moment, or given up for dead: then nothing of it may be stored.
            throw new TaskLostException(taskId, true);
        }
    }

    /** Fails imports of servers that are gone: they have not said anything since then, and stored nothing. */
    public void failImportsSilentSince(Instant then, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE data_tasks
                        SET status = 'FAILED', ended_at = :now, updated_at = :now, version = version + 1,
                            error_message = 'The server ended during the import. Nothing was stored; import the file again.'
                        WHERE kind = 'IMPORT' AND status IN ('RUNNING', 'CANCELLING') AND updated_at < :then
                        """).bind("now", now).bind("then", then).execute());
    }

    private static DataTask task(ResultSet row) throws SQLException {
        double percentage = row.getDouble("percentage");
        boolean unknown = row.wasNull();
        return new DataTask(
                row.getString("task_id"),
                DataTaskKind.valueOf(row.getString("kind")),
                JobStatus.valueOf(row.getString("status")),
                row.getString("exchange"),
                row.getString("symbol"),
                Timeframe.of(row.getString("timeframe")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                unknown ? null : percentage,
                row.getLong("done"),
                row.getString("message"),
                instant(row, "estimated_completion"),
                row.getString("error_message"),
                JsonText.readOrNull(row.getString("import_report"), ImportReport.class),
                JsonText.readOrNull(row.getString("backfill_report"), BackfillReport.class),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
