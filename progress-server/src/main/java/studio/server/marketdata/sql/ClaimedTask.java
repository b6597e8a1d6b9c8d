package studio.server.marketdata.sql;

import org.jspecify.annotations.Nullable;
import studio.model.market.BackfillReport;
import studio.model.market.BackfillRequest;

/**
 * A backfill that a worker has taken.
 *
 * @param attempt of this worker; writes of another are refused
 * @param before how far an earlier worker came; null at first
 */
public record ClaimedTask(
        String taskId,
        int attempt,
        BackfillRequest request,
        @Nullable BackfillReport before) {}
