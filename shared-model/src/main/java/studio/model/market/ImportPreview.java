package studio.model.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would take; nothing was stored.
 *
 * @param layout how the file is understood; null when no row can be taken
 * @param likelyTimeframe the step that most neighbouring rows of the beginning are apart; null when no timeframe is
 * @param read data rows read, the header not counted
 * @param rejected malformed or impossible rows
 * @param rejections the first 100 of them
 * @param rows the first 50 candles, in the file's order
 * @param clock the times at which candles of the series open, as they were found; null when no candle was taken
 */
public record ImportPreview(
        String exchange,
        String symbol,
        Timeframe timeframe,
        @Nullable FileLayout layout,
        @Nullable Timeframe likelyTimeframe,
        long read,
        long duplicates,
        long misordered,
        String order,
        long rejected,
        List<RejectedLine> rejections,
        @Nullable Instant first,
        @Nullable Instant last,
        List<PreviewRow> rows,
        @Nullable FoundClock clock) {}
