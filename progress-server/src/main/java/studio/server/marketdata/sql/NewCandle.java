package studio.server.marketdata.sql;

/**
 * A candle to be stored.
 *
 * @param line orders candles of the same time: the largest wins
 * @param time open time, epoch milliseconds UTC
 */
public record NewCandle(long line, long time, double open, double high, double low, double close, double volume) {}
