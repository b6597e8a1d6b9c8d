package studio.model.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;

/**
 * One row of the history.
 *
 * @param strategyVersion of a written strategy; null for any other
 * @param percentage of the progress, 0..100
 * @param bestScore best feasible score, in units of the objective; null without one
 * @param trades number of trades of the best trial
 * @param stage lifecycle stage of the saved configuration, e.g. {@code DISCOVERY}
 * @param verdict of the trust report; null where none was computed
 * @param durationSeconds from start to end, or to now while running
 * @param version grows with every change of the row
 */
public record JobSummary(
        String jobId,
        JobStatus status,
        String strategy,
        @Nullable Integer strategyVersion,
        String symbol,
        String exchange,
        Timeframe timeframe,
        OptimizerKind optimizer,
        Objective objective,
        double percentage,
        @Nullable Double bestScore,
        @Nullable Double netProfitPct,
        @Nullable Integer trades,
        @Nullable String stage,
        @Nullable String verdict,
        @Nullable String configId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Double durationSeconds,
        @Nullable String errorMessage,
        String name,
        String note,
        List<String> tags,
        boolean pinned,
        String createdBy,
        @Nullable String rerunOf,
        long version) {}
