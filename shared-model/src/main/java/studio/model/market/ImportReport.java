package studio.model.market;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param read data lines read, the header not counted
 * @param inserted candles that were new
 * @param updated candles that were held with other figures
 * @param unchanged candles that were held just so
 * @param duplicates lines whose time stood in the file more than once; the last one won
 * @param rejected malformed or impossible lines
 * @param rejections the first 100 of them
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
        long rejected,
        List<RejectedLine> rejections,
        @Nullable Instant first,
        @Nullable Instant last) {}
