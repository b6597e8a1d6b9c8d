package studio.server.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.result.Configuration;
import studio.model.result.JobResults;
import studio.server.progress.StepCost;

/**
 * All that is committed with a job's end.
 *
 * @param configuration only of a completed job
 * @param costs of its finished steps, for the forecast of later jobs
 * @param errorMessage only of a failed job
 */
public record JobEnding(
        JobResults results,
        @Nullable Configuration configuration,
        List<StepCost> costs,
        @Nullable String errorMessage) {}
