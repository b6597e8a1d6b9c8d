package studio.server.job.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import studio.model.job.JobStatus;
import studio.model.job.StateChange;

/** The state history of a job. */
final class StateChanges {
    private StateChanges() {}

    static void add(Handle handle, String jobId, StateChange change) {
        handle.createUpdate("""
                        INSERT INTO training_state_changes (job_id, status, at, attempt, reason)
                        VALUES (:jobId, :status, :at, :attempt, :reason)
                        """)
                .bind("jobId", jobId)
                .bind("status", change.status().name())
                .bind("at", change.at())
                .bind("attempt", change.attempt())
                .bind("reason", change.reason())
                .execute();
    }

    static List<StateChange> of(Handle handle, String jobId) {
        return handle.createQuery("""
                        SELECT status, at, attempt, reason FROM training_state_changes
                        WHERE job_id = :jobId ORDER BY change_id
                        """)
                .bind("jobId", jobId)
                .map((row, context) -> new StateChange(
                        JobStatus.valueOf(row.getString("status")),
                        Columns.requiredInstant(row, "at"),
                        row.getInt("attempt"),
                        row.getString("reason")))
                .list();
    }
}
