package studio.server.marketdata;

/** What one line of a CSV turned out to be. */
sealed interface CandleLine {
    /** Empty, or the names of the columns. */
    record Nothing() implements CandleLine {}

    /** Times are epoch milliseconds UTC. */
    record Good(long time, double open, double high, double low, double close, double volume) implements CandleLine {}

    record Bad(String reason) implements CandleLine {}
}
