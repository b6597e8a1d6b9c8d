package studio.model.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param read data rows read, the header not counted
 * @param inserted candles that were new
 * @param updated candles that were held with other figures
 * @param unchanged candles that were held just so
 * @param duplicates rows whose time stood in the file more than once; the last one won
 * @param misordered rows whose time is before that of the row above; 0 for a file that is newest first throughout
 * @param order {@code ascending}, {@code descending} or {@code mixed}
 * @param rejected malformed or impossible rows
 * @param rejections the first 100 of them; the first 10,000 are kept with the task
 * @param layout how the file was understood; null when no row was taken
 * @param taskId the import in the list of tasks; null when it is not kept there
 * @param clock the times at which candles of the series open, as they were found; null when no candle was taken
 */
public record ImportReport(
        String exchange,
        String symbol,
        Timeframe timeframe,
        long read,
        long inserted,
        long updated,
        long unchanged,
        long duplicates,
        long misordered,
        String order,
        long rejected,
        List<RejectedLine> rejections,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable FileLayout layout,
        @Nullable String taskId,
        @Nullable FoundClock clock) {}
