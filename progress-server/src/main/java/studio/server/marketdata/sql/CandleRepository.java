package studio.server.marketdata.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import studio.engine.market.QualityMeter;
import studio.model.market.CandleQuality;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.SeriesInfo;
import studio.model.market.SourceFlaws;
import studio.model.market.Timeframe;
import studio.server.marketdata.SeriesKey;

/** Reads candles and series. Thread-safe. */
public final class CandleRepository {
    private static final String SERIES = """
            SELECT exchange, symbol, timeframe, first_open_time, last_open_time, candles, gaps, missing_candles,
                closed_candles, zero_volume_share, flat_share, impossible, outliers, frozen_tail, revised, calendar, origin,
                source_duplicates, source_misordered, source_rejected, suspected_splits,
            """ + ClockColumns.NAMES + " FROM market_series ";

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
        jdbi.useHandle(handle -> CandleCopyOut.read(handle.getConnection(), key, from, to, reader));
    }

    /** The same, with the number of the series' last storing, its clock and its revised candles at that moment. */
    public SeriesState readState(SeriesKey key, @Nullable Instant from, @Nullable Instant to, CandleReader reader) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            CandleCopyOut.read(handle.getConnection(), key, from, to, reader);
            long revised = Revisions.count(handle, key, from, to);
            return CandleWriter.named(handle.createQuery("""
                            SELECT revision, calendar,
                            """ + ClockColumns.NAMES + """
                             FROM market_series
                            WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                            """), key)
                    .map((row, context) -> new SeriesState(
                            row.getLong("revision"),
                            ClockColumns.read(row, key.timeframe()).clock(),
                            revised))
                    .findOne()
                    .orElse(new SeriesState(
                            0, SeriesClock.utc(key.timeframe(), MarketCalendar.usual(key.exchange())), revised));
        });
    }

    /** Candles between two open times whose figures are others than after the storing of that number. */
    public long changedSince(SeriesKey key, long revision, Instant from, Instant to) {
        return jdbi.withHandle(handle -> Revisions.changedSince(handle, key, revision, from, to));
    }

    /** A series beside its candles. */
    public record SeriesState(long revision, SeriesClock clock, long revised) {}

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
        CandleQuality quality = QualityMeter.rated(new CandleQuality(
                candles,
                row.getLong("gaps"),
                row.getLong("missing_candles"),
                row.getLong("closed_candles"),
                row.getDouble("zero_volume_share"),
                row.getDouble("flat_share"),
                row.getLong("impossible"),
                row.getLong("outliers"),
                row.getLong("frozen_tail"),
                row.getLong("revised"),
                null,
                null,
                row.getLong("suspected_splits")));
        Long duplicates = (Long) row.getObject("source_duplicates");
        return new SeriesInfo(
                row.getString("exchange"),
                row.getString("symbol"),
                Timeframe.of(row.getString("timeframe")),
                row.getObject("first_open_time", OffsetDateTime.class).toInstant(),
                row.getObject("last_open_time", OffsetDateTime.class).toInstant(),
                candles,
                quality,
                MarketCalendar.of(row.getString("calendar")),
                row.getString("origin"),
                duplicates == null
                        ? null
                        : new SourceFlaws(duplicates, row.getLong("source_misordered"), row.getLong("source_rejected")),
                ClockColumns.read(row, Timeframe.of(row.getString("timeframe"))));
    }
}
