package studio.server.job.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobDetail;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.JobStatus;
import studio.model.job.StartRequest;
import studio.model.job.StateChange;
import studio.model.job.TrainingSpec;
import studio.server.job.DeleteOutcome;
import studio.server.job.JobFilter;
import studio.server.job.StrategyGoneException;
import studio.server.progress.sql.ProgressRepository;
import studio.server.progress.sql.QueuePosition;
import studio.server.shared.json.JsonText;

/** Jobs as the analyst's side reads and changes them. Thread-safe. */
public final class JobRepository {
    /** A job refers to the version of its strategy, and to nothing else that may go. */
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private static final String OPEN = "('PENDING', 'RUNNING', 'CANCELLING')";

    private final Jdbi jdbi;
    private final ExecutionSchedule schedule;

    public JobRepository(Jdbi jdbi, ExecutionSchedule schedule) {
        this.jdbi = jdbi;
        this.schedule = schedule;
    }

    /** Stores job, first state, progress row and place in the queue: all or nothing. */
    public void insert(String jobId, StartRequest request, TrainingSpec spec, @Nullable String rerunOf, Instant now) {
        jdbi.useTransaction(handle -> {
            try {
                insertJob(handle, jobId, request, spec, rerunOf, now);
            } catch (UnableToExecuteStatementException e) {
                if (e.getCause() instanceof SQLException cause && FOREIGN_KEY_VIOLATION.equals(cause.getSQLState())) {
                    throw new StrategyGoneException(spec.strategy(), e);
                }
                throw e;
            }
            StateChanges.add(handle, jobId, new StateChange(JobStatus.PENDING, now, 0, null));
            ProgressRepository.insertPending(handle, jobId, spec.runValidation());
            schedule.add(handle.getConnection(), jobId, now);
        });
    }

    private static void insertJob(
            Handle handle,
            String jobId,
            StartRequest request,
            TrainingSpec spec,
            @Nullable String rerunOf,
            Instant now) {
        handle.createUpdate("""
                        INSERT INTO training_jobs (job_id, status, strategy, strategy_version, symbol, exchange, timeframe, optimizer,
                            objective, request, spec, created_at, name, note, tags, created_by, rerun_of)
                        VALUES (:jobId, 'PENDING', :strategy, :strategyVersion, :symbol, :exchange, :timeframe, :optimizer,
                            :objective, :request::json, :spec::json, :now, :name, :note, :tags, :createdBy,
                            (SELECT job_id FROM training_jobs WHERE job_id = :rerunOf))
                        """)
                .bind("jobId", jobId)
                .bind("strategy", spec.strategy())
                .bind("strategyVersion", spec.strategyVersion())
                .bind("symbol", spec.symbol())
                .bind("exchange", spec.exchange())
                .bind("timeframe", spec.timeframe().wireName())
                .bind("optimizer", spec.optimizer().wireName())
                .bind("objective", spec.objective().wireName())
                .bind("request", JsonText.write(request))
                .bind("spec", JsonText.write(spec))
                .bind("now", now)
                .bind("name", orEmpty(request.name()))
                .bind("note", orEmpty(request.note()))
                .bind("tags", Columns.textArray(request.tags() == null ? List.of() : request.tags()))
                .bind("createdBy", orEmpty(request.createdBy()))
                .bind("rerunOf", rerunOf)
                .execute();
    }

    /** The job in full; durations of a running job count to {@code now}. */
    public Optional<JobDetail> find(String jobId, Instant now) {
        return jdbi.withHandle(handle -> {
            List<StateChange> history = StateChanges.of(handle, jobId);
            return handle.createQuery("SELECT " + JobRow.COLUMNS + """
                            , j.request, j.spec, j.worker, j.attempt,
                            """ + QueuePosition.COLUMN + """

                            FROM training_jobs j LEFT JOIN training_progress p USING (job_id)
                            WHERE j.job_id = :jobId
                            """)
                    .bind("jobId", jobId)
                    .map((row, context) -> new JobDetail(
                            JobRow.summary(row, now),
                            JsonText.read(row.getString("request"), StartRequest.class),
                            JsonText.read(row.getString("spec"), TrainingSpec.class),
                            row.getString("worker"),
                            row.getInt("attempt"),
                            Columns.integer(row, "queue_position"),
                            history))
                    .findOne();
        });
    }

    /** One page of the history. */
    public JobPage page(JobFilter filter, Instant now) {
        return jdbi.withHandle(handle -> new JobPages(filter).read(handle, now));
    }

    /** Jobs that wait in the queue. */
    public long countPending() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM training_jobs WHERE status = 'PENDING'")
                        .mapTo(Long.class)
                        .one());
    }

    /** Jobs that have not ended. */
    public long countOpen() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM training_jobs WHERE status IN " + OPEN)
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Cancels a job that no worker has and takes it out of the queue, or asks a running one to stop.
     *
     * @return the status before; empty when there is no such job
     */
    public Optional<JobStatus> requestCancel(String jobId, Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<JobStatus> before = lockStatus(handle, jobId);
            if (before.isPresent() && before.get() == JobStatus.PENDING) {
                cancelWaiting(handle, jobId, now, "cancelled before it started", "Cancelled before it started.");
            } else if (before.isPresent() && before.get() == JobStatus.RUNNING && !hasWorker(handle, jobId)) {
                cancelWaiting(
                        handle,
                        jobId,
                        now,
                        "cancelled while it waited for a worker",
                        "Cancelled; the results so far are kept.");
            } else if (before.isPresent() && before.get() == JobStatus.RUNNING) {
                Transitions.apply(handle, jobId, JobStatus.CANCELLING, now, null, "cancel requested");
                ProgressRepository.touch(handle, jobId);
            }
            return before;
        });
    }

    private void cancelWaiting(Handle handle, String jobId, Instant now, String reason, String message) {
        WaitingJobs.cancel(handle, jobId, now, reason, message);
        schedule.remove(handle.getConnection(), jobId);
    }

    private static boolean hasWorker(Handle handle, String jobId) {
        return handle.createQuery("SELECT worker IS NOT NULL FROM training_jobs WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Changes what the patch names; false when there is no such job. */
    public boolean patch(String jobId, JobPatch patch) {
        List<String> tags = patch.tags();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE training_jobs
                                SET name = coalesce(:name, name), note = coalesce(:note, note),
                                    tags = CASE WHEN :retag THEN :tags ELSE tags END,
                                    pinned = coalesce(:pinned, pinned), version = version + 1
                                WHERE job_id = :jobId
                                """)
                        .bind("name", patch.name())
                        .bind("note", patch.note())
                        .bind("retag", tags != null)
                        .bind("tags", Columns.textArray(tags == null ? List.of() : tags))
                        .bind("pinned", patch.pinned())
                        .bind("jobId", jobId)
                        .execute()
                > 0);
    }

    /** Removes an ended job; everything of its goes with it by cascade. */
    public DeleteOutcome delete(String jobId) {
        return jdbi.inTransaction(handle -> {
            Optional<JobStatus> status = lockStatus(handle, jobId);
            if (status.isEmpty()) {
                return new DeleteOutcome.NotFound();
            }
            if (!status.get().isEnded()) {
                return new DeleteOutcome.StillRunning(status.get());
            }
            handle.createUpdate("DELETE FROM training_jobs WHERE job_id = :jobId")
                    .bind("jobId", jobId)
                    .execute();
            return new DeleteOutcome.Deleted();
        });
    }

    private static Optional<JobStatus> lockStatus(Handle handle, String jobId) {
        return handle.createQuery("SELECT status FROM training_jobs WHERE job_id = :jobId FOR UPDATE")
                .bind("jobId", jobId)
                .mapTo(String.class)
                .findOne()
                .map(JobStatus::valueOf);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
