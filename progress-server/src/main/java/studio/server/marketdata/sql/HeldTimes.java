package studio.server.marketdata.sql;

import studio.model.market.FoundClock;

/**
 * What says when candles of a held series open.
 *
 * @param clock by which they were taken
 * @param times the newest open times, at most 20,000, epoch milliseconds
 */
public record HeldTimes(FoundClock clock, long[] times) {}
