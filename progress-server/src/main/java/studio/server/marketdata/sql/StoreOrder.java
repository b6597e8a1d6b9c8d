package studio.server.marketdata.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.market.FoundClock;
import studio.server.marketdata.SeriesKey;

/**
 * What is to be stored where.
 *
 * @param clock null leaves it to the source; where that has none either the series keeps its own, or a new one gets
 *     multiples of the timeframe in UTC by its exchange's usual calendar
 * @param origin where the candles come from, in a word or two
 */
public record StoreOrder(SeriesKey key, @Nullable FoundClock clock, String origin, Instant now) {}
