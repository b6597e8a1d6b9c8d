package studio.server.marketdata.sql;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import studio.model.market.ImportReport;
import studio.model.market.RejectedLine;

/**
 * Ends an import's task together with what it stored: either both are true, or neither.
 *
 * @param report made of what was stored
 * @param rejections asked at the end
 */
public record TaskCompletion(
        String taskId,
        Instant now,
        Function<StoredCandles, ImportReport> report,
        Supplier<List<RejectedLine>> rejections) {

    void apply(Handle handle, StoredCandles stored) {
        DataTaskRepository.completeImport(handle, taskId, report.apply(stored), rejections.get(), now);
    }
}
