package studio.model.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What candles to fetch from an exchange.
 *
 * @param exchange one of {@code GET /market-data/exchanges}; also the name that the series is held under
 * @param from first open time wanted; null for the first candle held
 * @param to last open time wanted; null for the last one that is over
 * @param refetch null or false fetches only what is missing between the two; true fetches all of it again, so that
 *     figures that the exchange has revised are brought up to date
 */
public record BackfillRequest(
        @Nullable String exchange,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean refetch) {}
