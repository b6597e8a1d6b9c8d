package studio.server.marketdata.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import studio.server.marketdata.SeriesKey;

/** Stores candles by COPY and UPSERT, and measures the series anew: all in one transaction. Thread-safe. */
public final class CandleWriter {
    private static final int BUFFER = 1 << 16;

    private final Jdbi jdbi;

    public CandleWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores all candles of the source, or none when it fails. */
    public StoredCandles store(SeriesKey key, CandleSource source, Instant now) throws IOException {
        return jdbi.<StoredCandles, IOException>inTransaction(handle -> {
            StoredCandles stored = store(handle, key, source);
            if (stored.inserted() + stored.updated() > 0) {
                SeriesMeasurement.refresh(handle, key, now);
            }
            return stored;
        });
    }

    private static StoredCandles store(Handle handle, SeriesKey key, CandleSource source) throws IOException {
        handle.execute("""
                CREATE TEMP TABLE incoming (line bigint, open_time timestamptz, open double precision,
                    high double precision, low double precision, close double precision, volume double precision)
                ON COMMIT DROP
                """);
        copy(handle.getConnection(), source);
        lock(handle, key);
        handle.execute("""
                CREATE TEMP TABLE chosen ON COMMIT DROP AS
                SELECT DISTINCT ON (open_time) open_time, open, high, low, close, volume
                FROM incoming ORDER BY open_time, line DESC
                """);
        Upserted upserted = upsert(handle, key);
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM incoming) AS given, count(*) AS chosen,
                            min(open_time) AS first, max(open_time) AS last FROM chosen
                        """)
                .map((row, context) -> new StoredCandles(
                        upserted.inserted(),
                        upserted.updated(),
                        row.getLong("chosen") - upserted.inserted() - upserted.updated(),
                        row.getLong("given") - row.getLong("chosen"),
                        instant(row.getObject("first", OffsetDateTime.class)),
                        instant(row.getObject("last", OffsetDateTime.class))))
                .one();
    }

    /** Two imports into one series follow one another, else the measured figures could miss one of them. */
    private static void lock(Handle handle, SeriesKey key) {
        named(
                        handle.createQuery("SELECT pg_advisory_xact_lock("
                                + "hashtextextended('market_data ' || :exchange || ' ' || :symbol || ' ' || :timeframe, 0))"
                                + " IS NULL"),
                        key)
                .mapTo(Boolean.class)
                .one();
    }

    private static Upserted upsert(Handle handle, SeriesKey key) {
        // xmax is 0 in a row that this statement inserted, and not in one that it updated.
        return named(handle.createQuery("""
                        WITH stored AS (
                            INSERT INTO market_data AS held
                                (exchange, symbol, timeframe, open_time, open, high, low, close, volume)
                            SELECT :exchange, :symbol, :timeframe, open_time, open, high, low, close, volume
                            FROM chosen
                            ON CONFLICT (exchange, symbol, timeframe, open_time) DO UPDATE
                            SET open = excluded.open, high = excluded.high, low = excluded.low,
                                close = excluded.close, volume = excluded.volume
                            WHERE (held.open, held.high, held.low, held.close, held.volume)
                                IS DISTINCT FROM
                                (excluded.open, excluded.high, excluded.low, excluded.close, excluded.volume)
                            RETURNING xmax = 0 AS is_new)
                        SELECT count(*) FILTER (WHERE is_new) AS inserted,
                            count(*) FILTER (WHERE NOT is_new) AS updated FROM stored
                        """), key)
                .map((row, context) -> new Upserted(row.getLong("inserted"), row.getLong("updated")))
                .one();
    }

    private static void copy(Connection connection, CandleSource source) throws IOException {
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY incoming FROM STDIN");
            try {
                send(copy, source);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("candles cannot be sent to the database: " + e.getMessage(), e);
        }
    }

    private static void send(CopyIn copy, CandleSource source) throws IOException, SQLException {
        StringBuilder rows = new StringBuilder(BUFFER + 200);
        Optional<NewCandle> next = source.next();
        while (next.isPresent()) {
            append(rows, next.get());
            if (rows.length() >= BUFFER) {
                flush(copy, rows);
            }
            next = source.next();
        }
        flush(copy, rows);
    }

    private static void append(StringBuilder rows, NewCandle c) {
        rows.append(c.line()).append('\t').append(Instant.ofEpochMilli(c.time()));
        rows.append('\t')
                .append(c.open())
                .append('\t')
                .append(c.high())
                .append('\t')
                .append(c.low());
        rows.append('\t').append(c.close()).append('\t').append(c.volume()).append('\n');
    }

    private static void flush(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    static <T extends SqlStatement<T>> T named(T statement, SeriesKey key) {
        return statement
                .bind("exchange", key.exchange())
                .bind("symbol", key.symbol())
                .bind("timeframe", key.timeframe().wireName());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private record Upserted(long inserted, long updated) {}
}
