package studio.server.job.sql;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.job.StateChange;

/** Status changes, each checked against {@link JobStatus#next()} in its {@code WHERE}. */
final class Transitions {
    private Transitions() {}

    /**
     * Moves the job on and writes its state history.
     *
     * @param attempt the worker's attempt, which must still be the job's; null when no worker has a say
     * @return false when the job is gone, in a status that this one may not follow, or another worker's
     */
    static boolean apply(
            Handle handle,
            String jobId,
            JobStatus to,
            Instant now,
            @Nullable Integer attempt,
            @Nullable String reason) {
        Optional<Integer> held = handle.createQuery("""
                        UPDATE training_jobs
                        SET status = :to, version = version + 1, ended_at = CASE WHEN :ended THEN :now::timestamptz END
                        WHERE job_id = :jobId AND status = ANY(:from)
                          AND (:attempt::integer IS NULL OR attempt = :attempt::integer)
                        RETURNING attempt
                        """)
                .bind("to", to.name())
                .bind("ended", to.isEnded())
                .bind("now", now)
                .bind("jobId", jobId)
                .bind("from", Columns.textArray(before(to)))
                .bind("attempt", attempt)
                .mapTo(Integer.class)
                .findOne();
        held.ifPresent(number -> StateChanges.add(handle, jobId, new StateChange(to, now, number, reason)));
        return held.isPresent();
    }

    private static List<String> before(JobStatus to) {
        return Arrays.stream(JobStatus.values())
                .filter(from -> from.next().contains(to))
                .map(Enum::name)
                .toList();
    }
}
