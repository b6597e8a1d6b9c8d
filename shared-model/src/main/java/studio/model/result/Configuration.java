package studio.model.result;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.Objective;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;

/**
 * A saved configuration: what an analyst takes away from a training.
 *
 * @param configId {@code STRATEGY_V3_yyyyMMdd_HHmmss_xxxxxx}; of a written strategy {@code V} and its version
 * @param strategyVersion of a written strategy; null for any other
 * @param trust null in one that was saved before there were trust reports
 * @param confidence 0..1; null where a part of it could not be computed
 */
public record Configuration(
        String configId,
        String jobId,
        String strategy,
        @Nullable Integer strategyVersion,
        String symbol,
        String exchange,
        Timeframe timeframe,
        Map<String, Object> params,
        Objective objective,
        double score,
        Metrics metrics,
        @Nullable WalkForwardReport walkForward,
        @Nullable TrustReport trust,
        LifecycleStage stage,
        @Nullable Double confidence,
        TrainingSpec spec,
        Instant createdAt) {}
