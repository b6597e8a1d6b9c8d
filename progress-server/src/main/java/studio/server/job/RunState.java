package studio.server.job;

import studio.model.job.JobStatus;

/** Where a job stands and whose it is. */
public record RunState(JobStatus status, int attempt) {}
