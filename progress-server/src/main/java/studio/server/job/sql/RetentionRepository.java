package studio.server.job.sql;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Removes what is old: jobs that have ended and are not pinned, or their trials alone. Thread-safe. */
public final class RetentionRepository {
    /** Jobs in one transaction, so that a server at work waits for none of it. */
    private static final int BATCH = 100;

    private static final String OLD = "ended_at < :before AND NOT pinned";

    private final Jdbi jdbi;

    public RetentionRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many jobs, with how many trials, have ended before that moment and are not pinned. */
    public Old old(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) AS jobs, coalesce(sum((SELECT count(*)"
                        + " FROM training_trials t WHERE t.job_id = j.job_id)), 0) AS trials FROM training_jobs j WHERE "
                        + OLD)
                .bind("before", before)
                .map((row, context) -> new Old(row.getLong("jobs"), row.getLong("trials")))
                .one());
    }

    /** What is old enough to go. */
    public record Old(long jobs, long trials) {}

    /** Removes the old jobs with all that hangs on them; returns how many. */
    public long deleteJobs(Instant before) {
        long removed = 0;
        for (int batch = BATCH; batch == BATCH; removed += batch) {
            batch = jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM training_jobs WHERE job_id IN"
                            + " (SELECT job_id FROM training_jobs WHERE " + OLD + " ORDER BY ended_at LIMIT :batch)")
                    .bind("before", before)
                    .bind("batch", BATCH)
                    .execute());
        }
        return removed;
    }

    /** Removes all but the best feasible trials of each old job and marks the jobs; returns how many trials. */
    public long deleteTrials(Instant before, int kept) {
        long removed = 0;
        for (String jobId : jdbi.withHandle(
                handle -> handle.createQuery("SELECT job_id FROM training_jobs WHERE " + OLD + " ORDER BY ended_at")
                        .bind("before", before)
                        .mapTo(String.class)
                        .list())) {
            removed += deleteTrials(jobId, kept);
        }
        return removed;
    }

    private int deleteTrials(String jobId, int kept) {
        return jdbi.inTransaction(handle -> {
            int removed = handle.createUpdate("""
                            DELETE FROM training_trials WHERE job_id = :jobId AND number NOT IN (
                                SELECT number FROM training_trials WHERE job_id = :jobId AND state = 'COMPLETE'
                                ORDER BY score DESC, number LIMIT :kept)
                            """)
                    .bind("jobId", jobId)
                    .bind("kept", kept)
                    .execute();
            if (removed > 0) {
                handle.createUpdate(
                                "UPDATE training_jobs SET trials_thinned = true, version = version + 1 WHERE job_id = :jobId")
                        .bind("jobId", jobId)
                        .execute();
            }
            return removed;
        });
    }
}
