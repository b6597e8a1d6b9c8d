package studio.server.marketdata;

import java.time.Instant;
import studio.model.market.SeriesClock;

/**
 * A stretch of a series that is held.
 *
 * @param candles in it, at least 1
 * @param first no candle of it opens earlier
 * @param last open time of its last candle
 * @param clock of the series
 */
public record HeldSpan(long candles, Instant first, Instant last, SeriesClock clock) {}
