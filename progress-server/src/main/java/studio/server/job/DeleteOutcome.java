package studio.server.job;

import studio.model.job.JobStatus;

/** What became of the wish to delete a job. */
public sealed interface DeleteOutcome {
    /** The job and all that hung on it are gone. */
    record Deleted() implements DeleteOutcome {}

    /** The job has not ended; cancel it first. */
    record StillRunning(JobStatus status) implements DeleteOutcome {}

    /** There is no such job. */
    record NotFound() implements DeleteOutcome {}
}
