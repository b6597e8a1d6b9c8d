package studio.server.job.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.model.job.JobStatus;
import studio.model.job.StateChange;
import studio.server.shared.sql.TestDatabase;

class TransitionsIT {
    private static final Instant NOW = Instant.parse("2025-10-23T06:00:00Z");

    /** As the contract draws it, written down a second time. */
    private static final Map<JobStatus, Set<JobStatus>> ALLOWED = Map.of(
            JobStatus.PENDING, Set.of(JobStatus.RUNNING, JobStatus.CANCELLED, JobStatus.FAILED),
            JobStatus.RUNNING, Set.of(JobStatus.CANCELLING, JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED),
            JobStatus.CANCELLING, Set.of(JobStatus.CANCELLED, JobStatus.COMPLETED, JobStatus.FAILED),
            JobStatus.COMPLETED, Set.of(),
            JobStatus.FAILED, Set.of(),
            JobStatus.CANCELLED, Set.of());

    private static TestDatabase db;

    @BeforeAll
    static void open() {
        db = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void only_what_the_table_allows_is_stored_and_told_in_the_history() {
        List<String> wrong = new ArrayList<>();
        for (JobStatus from : JobStatus.values()) {
            for (JobStatus to : JobStatus.values()) {
                String jobId = from + "-" + to;
                insert(jobId, from);

                boolean moved =
                        db.jdbi().inTransaction(handle -> Transitions.apply(handle, jobId, to, NOW, null, "tried"));

                boolean allowed = ALLOWED.get(from).contains(to);
                List<StateChange> history = db.jdbi().withHandle(handle -> StateChanges.of(handle, jobId));
                if (moved != allowed || status(jobId) != (allowed ? to : from) || history.size() != (allowed ? 1 : 0)) {
                    wrong.add(jobId + " moved: " + moved);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_worker_with_an_older_attempt_moves_nothing() {
        insert("fenced", JobStatus.RUNNING);

        boolean moved = db.jdbi()
                .inTransaction(handle -> Transitions.apply(handle, "fenced", JobStatus.COMPLETED, NOW, 6, null));

        assertThat(moved).isFalse();
        assertThat(status("fenced")).isEqualTo(JobStatus.RUNNING);
    }

    private static void insert(String jobId, JobStatus status) {
        db.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO training_jobs (job_id, status, strategy, symbol, exchange, timeframe, optimizer,
                            objective, request, spec, created_at, ended_at, attempt)
                        VALUES (:jobId, :status, 's', 's', 'e', '1h', 'random', 'o', '{}', '{}', :now,
                            CASE WHEN :ended THEN :now::timestamptz END, 7)
                        """)
                        .bind("jobId", jobId)
                        .bind("status", status.name())
                        .bind("now", NOW)
                        .bind("ended", status.isEnded())
                        .execute());
    }

    private static JobStatus status(String jobId) {
        return db.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT status FROM training_jobs WHERE job_id = :jobId")
                        .bind("jobId", jobId)
                        .mapTo(JobStatus.class)
                        .one());
    }
}
