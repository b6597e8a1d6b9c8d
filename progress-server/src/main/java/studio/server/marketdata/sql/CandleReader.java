package studio.server.marketdata.sql;

/** Is told one candle after the other, oldest first. */
@FunctionalInterface
public interface CandleReader {
    void candle(long time, double open, double high, double low, double close, double volume);
}
