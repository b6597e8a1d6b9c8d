package studio.model.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;

/**
 * An import or a backfill: how far it is, or how it ended.
 *
 * @param percentage 0..100; null while the whole is not known
 * @param done candles taken so far
 * @param message what it does now, a sentence
 * @param importReport of a completed import
 * @param backfillReport of a backfill, as far as it came
 * @param version grows with every change
 */
public record DataTask(
        String taskId,
        DataTaskKind kind,
        JobStatus status,
        String exchange,
        String symbol,
        Timeframe timeframe,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Double percentage,
        long done,
        String message,
        @Nullable Instant estimatedCompletion,
        @Nullable String errorMessage,
        @Nullable ImportReport importReport,
        @Nullable BackfillReport backfillReport,
        long version) {}
