package studio.server.marketdata.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What storing did; times are of the candles given, null when there were none.
 *
 * @param duplicates candles given whose time was given again later
 */
public record StoredCandles(
        long inserted,
        long updated,
        long unchanged,
        long duplicates,
        @Nullable Instant first,
        @Nullable Instant last) {}
