package studio.server.marketdata;

import studio.engine.market.Candles;

/**
 * Candles, by their series' clock, with what else is known of them, all read at one moment.
 *
 * @param revision number of the last storing that changed the series; 0 for one that is not held
 * @param revised candles among them whose figures were ever replaced
 */
public record HeldCandles(Candles candles, long revision, long revised) {}
