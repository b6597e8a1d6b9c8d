package studio.server.marketdata.sql;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import studio.server.marketdata.SeriesKey;

/** Reads {@code candle_revisions}. */
final class Revisions {
    private Revisions() {}

    /** Candles between two open times, both inclusive and null for no border, whose figures were ever replaced. */
    static long count(Handle handle, SeriesKey key, @Nullable Instant from, @Nullable Instant to) {
        return CandleWriter.named(handle.createQuery("""
                        SELECT count(DISTINCT open_time) FROM candle_revisions
                        WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                          AND (:from::timestamptz IS NULL OR open_time >= :from::timestamptz)
                          AND (:to::timestamptz IS NULL OR open_time <= :to::timestamptz)
                        """), key)
                .bindByType("from", from, Instant.class)
                .bindByType("to", to, Instant.class)
                .mapTo(Long.class)
                .one();
    }

    /** Candles between two open times whose figures now are others than after the storing of that number. */
    static long changedSince(Handle handle, SeriesKey key, long revision, Instant from, Instant to) {
        return CandleWriter.named(handle.createQuery("""
                        SELECT count(*)
                        FROM (SELECT DISTINCT ON (open_time) open_time, open, high, low, close, volume
                              FROM candle_revisions
                              WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                                AND revision > :revision AND open_time BETWEEN :from AND :to
                              ORDER BY open_time, revision) AS was
                        JOIN market_data AS held ON held.exchange = :exchange AND held.symbol = :symbol
                            AND held.timeframe = :timeframe AND held.open_time = was.open_time
                        WHERE (held.open, held.high, held.low, held.close, held.volume) IS DISTINCT FROM
                            (was.open, was.high, was.low, was.close, was.volume)
                        """), key)
                .bind("revision", revision)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one();
    }
}
