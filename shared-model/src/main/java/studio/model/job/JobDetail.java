package studio.model.job;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job in full; in JSON the summary's fields stand beside the others.
 *
 * @param request as the analyst gave it
 * @param spec with every default filled in, the seed and the walk-forward windows that were used
 * @param worker the server that runs or ran it; null while pending
 * @param attempt 1 for the first worker, one more for each takeover; 0 while pending
 */
public record JobDetail(
        @JsonUnwrapped JobSummary summary,
        StartRequest request,
        TrainingSpec spec,
        @Nullable String worker,
        int attempt,
        @Nullable Integer queuePosition,
        List<StateChange> stateHistory) {

    /** The request as it would have to be made to run the same strategy again: with the version that was run. */
    public StartRequest repeated() {
        return request.withStrategyVersion(spec.strategyVersion());
    }
}
