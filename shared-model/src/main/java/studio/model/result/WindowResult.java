package studio.model.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrialState;

/**
 * What one walk-forward window gave.
 *
 * @param trials how many the optimizer ran on the train part
 * @param params the train part's best; null when it had no feasible trial, and then there is no test either
 * @param trainScore objective on the train part
 * @param testScore objective on the unseen test part; null where undefined there
 * @param testState whether the test part met the constraints
 */
public record WindowResult(
        WindowPlan plan,
        int trials,
        @Nullable Map<String, Object> params,
        @Nullable Double trainScore,
        @Nullable Double testScore,
        @Nullable Metrics trainMetrics,
        @Nullable Metrics testMetrics,
        @Nullable TrialState testState,
        @Nullable String reason) {}
