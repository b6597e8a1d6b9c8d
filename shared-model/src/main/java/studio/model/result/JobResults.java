package studio.model.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.job.Objective;

/**
 * What a job found. A cancelled or failed job keeps what it had: then {@code partial} is true.
 *
 * @param stability median score of the best point's neighbours (one step away in each parameter) divided by the best
 *     score, clamped to 0..1; null where undefined
 * @param equity equity of the best trial, thinned for drawing so that every extreme is kept
 * @param walkForward null when validation was not asked for or not reached
 * @param trustVerdict of the trust report, e.g. {@code ROBUST}; null where none was computed
 * @param trust null until the job is completed, and for one that ended otherwise
 */
public record JobResults(
        String jobId,
        JobStatus status,
        boolean partial,
        Objective objective,
        @Nullable DataReport data,
        @Nullable Map<String, Object> bestParams,
        @Nullable Double bestScore,
        @Nullable Integer bestTrial,
        @Nullable Metrics metrics,
        @Nullable Double stability,
        List<EquityPoint> equity,
        List<TradeView> trades,
        @Nullable WalkForwardReport walkForward,
        @Nullable String trustVerdict,
        @Nullable TrustReport trust,
        @Nullable String configId,
        @Nullable LifecycleStage stage,
        @Nullable Double confidence) {}
