package studio.server.job.sql;

import java.sql.Connection;
import java.time.Instant;

/** A job's place in the queue, written in the transaction that writes the job. */
public interface ExecutionSchedule {
    /** Queues the job within the connection's transaction; it is due at that moment. */
    void add(Connection transaction, String jobId, Instant due);

    /** Takes a job that no worker has picked out of the queue, within the connection's transaction. */
    void remove(Connection transaction, String jobId);
}
