package studio.server.pipeline;

/** How a worker leaves a job. */
public enum RunOutcome {
    /** The job has ended, and the database has it. */
    ENDED,
    /** The server stops; the job waits for the next worker. */
    HANDED_BACK,
    /** Another worker has the job. */
    LOST
}
