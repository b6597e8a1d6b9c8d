package studio.server.marketdata.sql;

import java.io.IOException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import studio.server.marketdata.SeriesKey;

/** Stores candles by COPY, and measures the series anew: all in one transaction. Thread-safe. */
public final class CandleWriter {
    private final Jdbi jdbi;

    public CandleWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Stores all candles of the source, or none when it or the listener fails.
     *
     * @param completion what else becomes true with them, in the same transaction; null for nothing
     */
    public StoredCandles store(
            StoreOrder order, CandleSource source, StoreListener listener, @Nullable TaskCompletion completion)
            throws IOException {
        // A connection of its own: the listener tells its progress by another one, while this one is in the middle of a
        // COPY.
        try (Handle own = jdbi.open()) {
            return own.<StoredCandles, IOException>inTransaction(handle -> {
                StoredCandles stored = new CandleStoring(handle, order).run(source, listener);
                if (completion != null) {
                    completion.apply(handle, stored);
                }
                return stored;
            });
        }
    }

    /** Measures what an earlier version of this program measured by other rules. */
    public void measureOutdated(Instant now) {
        java.util.List<SeriesKey> outdated = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT exchange, symbol, timeframe FROM market_series WHERE measured_by < :version
                        """)
                .bind("version", SeriesRows.MEASURED_BY)
                .map((row, context) -> new SeriesKey(
                        row.getString("exchange"),
                        row.getString("symbol"),
                        studio.model.market.Timeframe.of(row.getString("timeframe"))))
                .list());
        outdated.forEach(key -> jdbi.useTransaction(
                handle -> new CandleStoring(handle, new StoreOrder(key, null, "", now)).measureAgain()));
    }

    static <T extends SqlStatement<T>> T named(T statement, SeriesKey key) {
        return statement
                .bind("exchange", key.exchange())
                .bind("symbol", key.symbol())
                .bind("timeframe", key.timeframe().wireName());
    }
}
