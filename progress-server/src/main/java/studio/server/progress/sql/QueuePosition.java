package studio.server.progress.sql;

/** Where a job stands in the queue. */
public final class QueuePosition {
    /**
     * The place of job {@code j} of {@code training_jobs} among all that wait, from 1: those that no worker has begun and
     * those that one has left, in the order of their start. Null where it does not wait.
     */
    public static final String COLUMN = """
            CASE WHEN j.status = 'PENDING' OR j.status = 'RUNNING' AND j.worker IS NULL THEN (
                SELECT count(*) FROM training_jobs o
                WHERE (o.status = 'PENDING' OR o.status = 'RUNNING' AND o.worker IS NULL)
                    AND (o.created_at, o.job_id) <= (j.created_at, j.job_id))
            END AS queue_position
            """;

    private QueuePosition() {}
}
