package studio.server.marketdata.file;

import studio.server.marketdata.sql.NewCandle;

/** What the next line of a CSV, or entry of a JSON array, turned out to be. */
sealed interface Row {
    /** Times are epoch milliseconds UTC. */
    record Good(NewCandle candle) implements Row {}

    record Bad(long line, String reason) implements Row {}
}
