package studio.server.job;

/** Hears of jobs in this server, after the database has it. Calls come from request threads and must return at once. */
public interface JobListener {
    /** A job waits in the queue. */
    void onStarted(String jobId);

    /** A running job was asked to stop. */
    void onCancelRequested(String jobId);
}
