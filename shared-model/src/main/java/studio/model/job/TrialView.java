package studio.model.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.result.Metrics;

/**
 * One trial as it was stored.
 *
 * @param number from 1, in the order of the optimizer's proposals
 * @param score in units of the objective; null unless the state is COMPLETE
 * @param metrics null when the backtest failed
 * @param reason why it is infeasible or failed; null otherwise
 */
public record TrialView(
        int number,
        TrialState state,
        Map<String, Object> params,
        @Nullable Double score,
        @Nullable Metrics metrics,
        @Nullable String reason,
        double durationMs) {}
