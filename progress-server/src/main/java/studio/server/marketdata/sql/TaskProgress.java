package studio.server.marketdata.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.market.BackfillReport;

/** How far a task is. */
public record TaskProgress(
        @Nullable Double percentage,
        long done,
        String message,
        @Nullable Instant estimatedCompletion,
        @Nullable BackfillReport backfill) {}
