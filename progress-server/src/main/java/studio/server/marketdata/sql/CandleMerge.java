package studio.server.marketdata.sql;

import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import studio.server.marketdata.SeriesKey;

/** Stores chunks that overlap what is held, and keeps the figures that they replace. Not thread-safe. */
final class CandleMerge {
    private static final String HELD = """
            held.exchange = :exchange AND held.symbol = :symbol AND held.timeframe = :timeframe
            AND held.open_time BETWEEN :first AND :last AND held.open_time = incoming.open_time
            """;
    private static final String DIFFERS = """
            AND (held.open, held.high, held.low, held.close, held.volume) IS DISTINCT FROM
                (incoming.open, incoming.high, incoming.low, incoming.close, incoming.volume)
            """;

    private final Handle handle;
    private final SeriesKey key;
    private final long revision;
    private final Instant now;
    private boolean prepared;

    CandleMerge(Handle handle, SeriesKey key, long revision, Instant now) {
        this.handle = handle;
        this.key = key;
        this.revision = revision;
        this.now = now;
    }

    /** Stores a sorted chunk; the number of candles that were not held. */
    long apply(CandleChunk chunk) throws SQLException {
        prepare();
        CandleCopyIn copy = new CandleCopyIn(handle.getConnection(), "incoming", null);
        try {
            copy.send(chunk);
            copy.end();
        } finally {
            copy.abandon();
        }
        handle.execute("ANALYZE incoming");
        // A row that this storing has written itself is a repeated row of the source, not a revision.
        bound(handle.createUpdate("""
                        INSERT INTO candle_revisions (exchange, symbol, timeframe, open_time, revision, replaced_at,
                            open, high, low, close, volume)
                        SELECT held.exchange, held.symbol, held.timeframe, held.open_time, :revision, :now,
                            held.open, held.high, held.low, held.close, held.volume
                        FROM incoming JOIN market_data AS held ON
                        """ + HELD + DIFFERS + "WHERE held.xmin <> pg_current_xact_id()::xid"), chunk)
                .bind("revision", revision)
                .bind("now", now)
                .execute();
        bound(handle.createUpdate("""
                        UPDATE market_data AS held
                        SET open = incoming.open, high = incoming.high, low = incoming.low, close = incoming.close,
                            volume = incoming.volume
                        FROM incoming WHERE
                        """ + HELD + DIFFERS), chunk).execute();
        return bound(handle.createUpdate("""
                        INSERT INTO market_data
                            (exchange, symbol, timeframe, open_time, open, high, low, close, volume)
                        SELECT :exchange, :symbol, :timeframe, open_time, open, high, low, close, volume
                        FROM incoming WHERE NOT EXISTS (SELECT 1 FROM market_data AS held WHERE
                        """ + HELD + ")"), chunk).execute();
    }

    private void prepare() {
        if (prepared) {
            handle.execute("TRUNCATE incoming");
            return;
        }
        handle.execute("""
                CREATE TEMP TABLE incoming (open_time timestamptz, open double precision, high double precision,
                    low double precision, close double precision, volume double precision) ON COMMIT DROP
                """);
        prepared = true;
    }

    /** Candles held before whose figures are others now. One that was changed and changed back is not among them. */
    long updated() {
        if (!prepared) {
            return 0;
        }
        handle.createUpdate("""
                        DELETE FROM candle_revisions AS r USING market_data AS held
                        WHERE r.revision = :revision
                          AND (held.exchange, held.symbol, held.timeframe, held.open_time)
                            = (r.exchange, r.symbol, r.timeframe, r.open_time)
                          AND (held.open, held.high, held.low, held.close, held.volume)
                            IS NOT DISTINCT FROM (r.open, r.high, r.low, r.close, r.volume)
                          AND r.exchange = :exchange AND r.symbol = :symbol AND r.timeframe = :timeframe
                        """)
                .bind("revision", revision)
                .bind("exchange", key.exchange())
                .bind("symbol", key.symbol())
                .bind("timeframe", key.timeframe().wireName())
                .execute();
        return CandleWriter.named(handle.createQuery("""
                        SELECT count(*) FROM candle_revisions
                        WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                          AND revision = :revision
                        """), key)
                .bind("revision", revision)
                .mapTo(Long.class)
                .one();
    }

    private <T extends SqlStatement<T>> T bound(T statement, CandleChunk chunk) {
        return CandleWriter.named(statement, key)
                .bind("first", Instant.ofEpochMilli(chunk.time(0)))
                .bind("last", Instant.ofEpochMilli(chunk.time(chunk.size() - 1)));
    }
}
