package studio.server.marketdata.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.market.MarketCalendar;
import studio.server.marketdata.SeriesKey;

/**
 * What is to be stored where.
 *
 * @param calendar null keeps the series' own, or gives a new one the usual of its exchange
 * @param origin where the candles come from, in a word or two
 */
public record StoreOrder(SeriesKey key, @Nullable MarketCalendar calendar, String origin, Instant now) {}
