package studio.server.job;

import studio.model.job.JobDetail;

/** What became of the wish to cancel a job. */
public sealed interface CancelOutcome {
    /** The job is cancelled, or will be within about a second. */
    record Accepted(JobDetail job) implements CancelOutcome {}

    /** The job had ended before. */
    record AlreadyEnded(JobDetail job) implements CancelOutcome {}

    /** There is no such job. */
    record NotFound() implements CancelOutcome {}
}
