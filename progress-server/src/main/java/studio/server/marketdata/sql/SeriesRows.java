package studio.server.marketdata.sql;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import studio.engine.market.QualityMeter;
import studio.model.market.CandleQuality;
import studio.model.market.FoundClock;
import studio.model.market.SeriesClock;
import studio.model.market.SourceFlaws;
import studio.server.marketdata.SeriesKey;

/** Writes a series' row of {@code market_series}: what is held and how good it is, measured by the engine's meter. */
final class SeriesRows {
    /** Grows whenever the measurement changes, so that what an earlier version measured is measured anew. */
    static final int MEASURED_BY = 2;

    private SeriesRows() {}

    static Optional<FoundClock> clock(Handle handle, SeriesKey key) {
        return CandleWriter.named(handle.createQuery("SELECT calendar, " + ClockColumns.NAMES + """
                         FROM market_series
                        WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                        """), key)
                .map((row, context) -> ClockColumns.read(row, key.timeframe()))
                .findOne();
    }

    /** Reads all candles held; {@code revised} counts those whose figures were ever replaced. */
    static CandleQuality measure(Handle handle, SeriesKey key, SeriesClock clock) {
        QualityMeter meter = new QualityMeter(clock);
        CandleCopyOut.read(handle.getConnection(), key, null, null, meter::candle);
        return meter.quality(Revisions.count(handle, key, null, null));
    }

    /**
     * @param revision of the storing; 0 when it changed no candle
     */
    static void write(
            Handle handle,
            StoreOrder order,
            FoundClock clock,
            long revision,
            CandleQuality quality,
            long first,
            long last) {
        CandleWriter.named(handle.createUpdate("""
                        INSERT INTO market_series AS held (exchange, symbol, timeframe, first_open_time, last_open_time,
                            candles, gaps, missing_candles, closed_candles, zero_volume_share, flat_share, impossible,
                            outliers, frozen_tail, revised, calendar, origin, revision, measured_at, measured_by,
                            suspected_splits, clock_zone, clock_day_turns, clock_first_open, clock_session_minutes,
                            clock_week_begins, clock_days_per_year, clock_basis)
                        VALUES (:exchange, :symbol, :timeframe, :first, :last, :candles, :gaps, :missing, :closed,
                            :zeroVolume, :flat, :impossible, :outliers, :frozenTail, :revised, :calendar, :origin,
                            :revision, :now, :measuredBy, :splits, :zone, :dayTurns, :firstOpen, :sessionMinutes, :weekBegins,
                            :daysPerYear, :basis)
                        ON CONFLICT (exchange, symbol, timeframe) DO UPDATE
                        SET first_open_time = excluded.first_open_time, last_open_time = excluded.last_open_time,
                            candles = excluded.candles, gaps = excluded.gaps,
                            missing_candles = excluded.missing_candles, closed_candles = excluded.closed_candles,
                            zero_volume_share = excluded.zero_volume_share, flat_share = excluded.flat_share,
                            impossible = excluded.impossible, outliers = excluded.outliers,
                            frozen_tail = excluded.frozen_tail, revised = excluded.revised,
                            calendar = excluded.calendar,
                            origin = CASE excluded.revision WHEN 0 THEN held.origin ELSE excluded.origin END,
                            revision = greatest(held.revision, excluded.revision),
                            measured_at = excluded.measured_at, measured_by = excluded.measured_by,
                            suspected_splits = excluded.suspected_splits, clock_zone = excluded.clock_zone,
                            clock_day_turns = excluded.clock_day_turns,
                            clock_first_open = excluded.clock_first_open,
                            clock_session_minutes = excluded.clock_session_minutes,
                            clock_week_begins = excluded.clock_week_begins,
                            clock_days_per_year = excluded.clock_days_per_year, clock_basis = excluded.clock_basis
                        """), order.key())
                .bind("first", Instant.ofEpochMilli(first))
                .bind("last", Instant.ofEpochMilli(last))
                .bind("candles", quality.candles())
                .bind("gaps", quality.gaps())
                .bind("missing", quality.missingCandles())
                .bind("closed", quality.closedCandles())
                .bind("zeroVolume", quality.zeroVolumeShare())
                .bind("flat", quality.flatShare())
                .bind("impossible", quality.impossible())
                .bind("outliers", quality.outliers())
                .bind("frozenTail", quality.frozenTail())
                .bind("revised", quality.revised())
                .bind("calendar", clock.clock().calendar().wireName())
                .bind("origin", order.origin())
                .bind("revision", revision)
                .bind("now", order.now())
                .bind("measuredBy", MEASURED_BY)
                .bind("splits", quality.suspectedSplits() == null ? 0 : quality.suspectedSplits())
                .bindMap(ClockColumns.values(clock))
                .execute();
    }

    static void writeFlaws(Handle handle, SeriesKey key, SourceFlaws flaws) {
        CandleWriter.named(handle.createUpdate("""
                        UPDATE market_series
                        SET source_duplicates = :duplicates, source_misordered = :misordered,
                            source_rejected = :rejected
                        WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                        """), key)
                .bind("duplicates", flaws.duplicates())
                .bind("misordered", flaws.misordered())
                .bind("rejected", flaws.rejected())
                .execute();
    }
}
