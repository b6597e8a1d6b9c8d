package studio.server.marketdata.exchange;

import java.util.List;
import studio.server.marketdata.sql.NewCandle;

/**
 * Candles of one request.
 *
 * @param candles within what was asked for and over by now, oldest first
 * @param settledBefore what the exchange has of open times before this one is among them; epoch milliseconds UTC
 * @param rejected malformed or impossible ones
 * @param requests sent for it, repeated ones included
 */
public record FetchedPage(List<NewCandle> candles, long settledBefore, long rejected, int requests) {}
