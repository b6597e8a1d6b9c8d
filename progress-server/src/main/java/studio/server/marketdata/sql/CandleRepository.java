package studio.server.marketdata.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import studio.model.market.CandleQuality;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.SeriesKey;

/** Reads candles and series. Thread-safe. */
public final class CandleRepository {
    private static final int FETCH_SIZE = 10_000;
    private static final String SERIES = """
            SELECT exchange, symbol, timeframe, first_open_time, last_open_time, candles, gaps, missing_candles,
                zero_volume_share, flat_share, impossible
            FROM market_series
            """;

    private final Jdbi jdbi;

    public CandleRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Every series held, by exchange, symbol and length of the candle. */
    public List<SeriesInfo> series() {
        return jdbi
                .withHandle(handle -> handle.createQuery(SERIES)
                        .map((row, context) -> series(row))
                        .list())
                .stream()
                .sorted(java.util.Comparator.comparing(SeriesInfo::exchange)
                        .thenComparing(SeriesInfo::symbol)
                        .thenComparing(SeriesInfo::timeframe))
                .toList();
    }

    /** The series of that name; empty when none of its candles are held. */
    public Optional<SeriesInfo> series(SeriesKey key) {
        return jdbi.withHandle(handle -> CandleWriter.named(
                        handle.createQuery(
                                SERIES + "WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe"),
                        key)
                .map((row, context) -> series(row))
                .findOne());
    }

    /** Candles between two open times, both inclusive, null for no border. */
    public long count(SeriesKey key, @Nullable Instant from, @Nullable Instant to) {
        return jdbi.withHandle(handle -> between(handle, "SELECT count(*) ", "", key, from, to)
                .mapTo(Long.class)
                .one());
    }

    /** Hands every candle between two open times to the reader, oldest first, without holding them. */
    public void read(SeriesKey key, @Nullable Instant from, @Nullable Instant to, CandleReader reader) {
        jdbi.useTransaction(handle -> between(
                        handle,
                        "SELECT (extract(epoch FROM open_time) * 1000)::bigint, open, high, low, close, volume ",
                        " ORDER BY open_time",
                        key,
                        from,
                        to)
                .setFetchSize(FETCH_SIZE)
                .addCustomizer(new BinaryTransfer())
                .scanResultSet((rows, context) -> {
                    ResultSet row = rows.get();
                    while (row.next()) {
                        reader.candle(
                                row.getLong(1),
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getDouble(6));
                    }
                    return row;
                }));
    }

    /** Open time of the candle that begins the last {@code candles} ones; empty when fewer are held. */
    public Optional<Instant> startOfLast(SeriesKey key, int candles) {
        return jdbi.withHandle(handle -> CandleWriter.named(handle.createQuery("""
                        SELECT open_time FROM market_data
                        WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                        ORDER BY open_time DESC OFFSET :skipped LIMIT 1
                        """), key)
                .bind("skipped", candles - 1)
                .mapTo(Instant.class)
                .findOne());
    }

    private static org.jdbi.v3.core.statement.Query between(
            Handle handle, String select, String order, SeriesKey key, @Nullable Instant from, @Nullable Instant to) {
        String where = "FROM market_data WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe"
                + (from == null ? "" : " AND open_time >= :from")
                + (to == null ? "" : " AND open_time <= :to");
        var query = CandleWriter.named(handle.createQuery(select + where + order), key);
        if (from != null) {
            query.bind("from", from);
        }
        if (to != null) {
            query.bind("to", to);
        }
        return query;
    }

    private static SeriesInfo series(ResultSet row) throws SQLException {
        long candles = row.getLong("candles");
        CandleQuality quality = new CandleQuality(
                candles,
                row.getLong("gaps"),
                row.getLong("missing_candles"),
                row.getDouble("zero_volume_share"),
                row.getDouble("flat_share"),
                row.getLong("impossible"));
        return new SeriesInfo(
                row.getString("exchange"),
                row.getString("symbol"),
                Timeframe.of(row.getString("timeframe")),
                row.getObject("first_open_time", OffsetDateTime.class).toInstant(),
                row.getObject("last_open_time", OffsetDateTime.class).toInstant(),
                candles,
                quality);
    }

    /** Doubles come as eight bytes from the first row on, neither printed nor parsed. */
    private static final class BinaryTransfer implements org.jdbi.v3.core.statement.StatementCustomizer {
        @Override
        public void beforeExecution(
                java.sql.PreparedStatement statement, org.jdbi.v3.core.statement.StatementContext context)
                throws SQLException {
            Statement any = statement;
            any.unwrap(PGStatement.class).setPrepareThreshold(-1);
        }
    }
}
