package studio.server.job.sql;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.job.StateChange;
import studio.server.progress.sql.ProgressRepository;

/** Jobs that no worker has, within the caller's transaction. Stateless. */
final class WaitingJobs {
    private static final String LEFT = "Waiting for a free worker; the one before broke off.";

    private WaitingJobs() {}

    /** Ends a job: what earlier workers found stays its result. The caller has locked its row. */
    static void cancel(Handle handle, String jobId, Instant now, String reason, String message) {
        Transitions.apply(handle, jobId, JobStatus.CANCELLED, now, null, reason);
        ProgressRepository.cancelWaiting(handle, jobId, now, message);
        ResultRepository.insertBest(handle, jobId);
    }

    /**
     * Takes a job from a worker that has died or failed. It waits for the next one, and says so; one that was being cancelled has
     * ended, since nobody is left to stop.
     *
     * @param worker the one before; a job that is another's by now stays as it is
     * @return false when the job needs no worker any more
     */
    static boolean leave(Handle handle, String jobId, String worker, Instant now) {
        Optional<Held> held = handle.createQuery(
                        "SELECT status, attempt, worker FROM training_jobs WHERE job_id = :jobId FOR UPDATE")
                .bind("jobId", jobId)
                .map((row, context) -> new Held(
                        JobStatus.valueOf(row.getString("status")), row.getInt("attempt"), row.getString("worker")))
                .findOne();
        if (held.isEmpty() || held.get().status().isEnded()) {
            return false;
        }
        Held job = held.get();
        if (!worker.equals(job.worker())) {
            return true;
        }
        String reason = "its worker " + worker + " broke off";
        if (job.status() == JobStatus.CANCELLING) {
            cancel(handle, jobId, now, reason, "Cancelled; the results so far are kept.");
            return false;
        }
        // It counts now, since the next worker finds none to have left it; trials stored by then take it back.
        handle.createUpdate("""
                        UPDATE training_jobs
                        SET worker = NULL, fruitless_attempts = fruitless_attempts + 1, version = version + 1
                        WHERE job_id = :jobId
                        """).bind("jobId", jobId).execute();
        StateChanges.add(handle, jobId, new StateChange(job.status(), now, job.attempt(), reason));
        ProgressRepository.tell(handle, jobId, LEFT);
        return true;
    }

    private record Held(
            JobStatus status, int attempt, @Nullable String worker) {}
}
