package studio.server.marketdata;

import studio.engine.market.Candles;
import studio.model.market.MarketCalendar;

/**
 * Candles with what else is known of them, all read at one moment.
 *
 * @param revision number of the last storing that changed the series; 0 for one that is not held
 * @param revised candles among them whose figures were ever replaced
 */
public record HeldCandles(Candles candles, MarketCalendar calendar, long revision, long revised) {}
