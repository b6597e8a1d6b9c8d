package studio.server.job;

import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;

/**
 * Where a job stands and whose it is.
 *
 * @param worker null while nobody has it
 */
public record RunState(
        JobStatus status, int attempt, @Nullable String worker) {}
