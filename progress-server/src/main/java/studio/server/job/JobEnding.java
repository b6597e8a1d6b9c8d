package studio.server.job;

import org.jspecify.annotations.Nullable;
import studio.model.result.Configuration;
import studio.model.result.JobResults;

/**
 * All that is committed with a job's end.
 *
 * @param configuration only of a completed job
 * @param errorMessage only of a failed job
 */
public record JobEnding(
        JobResults results,
        @Nullable Configuration configuration,
        @Nullable String errorMessage) {}
