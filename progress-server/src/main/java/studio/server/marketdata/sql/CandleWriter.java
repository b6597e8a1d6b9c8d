package studio.server.marketdata.sql;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import studio.model.market.FoundClock;
import studio.model.market.Timeframe;
import studio.server.marketdata.SeriesKey;

/** Stores candles by COPY, and measures the series anew: all in one transaction. Thread-safe. */
public final class CandleWriter {
    private static final int HELD_TIMES = 20_000;

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

    /** The clock and the newest open times of a series; empty when nothing of it is held. */
    public Optional<HeldTimes> heldTimes(SeriesKey key) {
        return jdbi.withHandle(handle -> SeriesRows.clock(handle, key)
                .map(clock -> new HeldTimes(
                        clock,
                        named(handle.createQuery("""
                                SELECT open_time FROM market_data
                                WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                                ORDER BY open_time DESC LIMIT :most
                                """), key).bind("most", HELD_TIMES).mapTo(Instant.class).stream()
                                .mapToLong(Instant::toEpochMilli)
                                .toArray())));
    }

    /**
     * Measures what an earlier version of this program measured by other rules.
     *
     * @param clocks finds the clock of a series in its times
     */
    public void measureOutdated(Instant now, BiFunction<SeriesKey, HeldTimes, FoundClock> clocks) {
        List<SeriesKey> outdated = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT exchange, symbol, timeframe FROM market_series WHERE measured_by < :version
                        """)
                .bind("version", SeriesRows.MEASURED_BY)
                .map((row, context) -> new SeriesKey(
                        row.getString("exchange"), row.getString("symbol"), Timeframe.of(row.getString("timeframe"))))
                .list());
        for (SeriesKey key : outdated) {
            FoundClock clock =
                    heldTimes(key).map(held -> clocks.apply(key, held)).orElse(null);
            jdbi.useTransaction(
                    handle -> new CandleStoring(handle, new StoreOrder(key, clock, "", now)).measureAgain());
        }
    }

    static <T extends SqlStatement<T>> T named(T statement, SeriesKey key) {
        return statement
                .bind("exchange", key.exchange())
                .bind("symbol", key.symbol())
                .bind("timeframe", key.timeframe().wireName());
    }
}
