package studio.model.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill did, as far as it came.
 *
 * @param from first open time wanted
 * @param to last open time wanted
 * @param missingBefore candles missing between the two when it began
 * @param notOffered candles asked for that the exchange did not give: it has none, or no longer offers them
 * @param fetched candles that came
 * @param inserted candles that were new
 * @param updated candles that were held with other figures
 * @param unchanged candles that were held just so
 * @param rejected malformed or impossible ones
 * @param requests sent, repeated ones included
 * @param retries requests repeated after a failure or a rate limit
 * @param cursor everything before this open time is done; null before the first page
 */
public record BackfillReport(
        Instant from,
        Instant to,
        long missingBefore,
        long notOffered,
        long fetched,
        long inserted,
        long updated,
        long unchanged,
        long rejected,
        long requests,
        long retries,
        @Nullable Instant cursor) {}
