package studio.server.marketdata.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import studio.engine.market.QualityMeter;
import studio.model.market.CandleQuality;
import studio.model.market.ClockBasis;
import studio.model.market.FoundClock;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.SourceFlaws;
import studio.server.marketdata.SeriesKey;

/**
 * One storing in its transaction. Candles come in chunks; a chunk that lies before or after all that is held goes straight
 * into the table, any other one is compared with what is held first. Not thread-safe.
 */
final class CandleStoring {
    private final Handle handle;
    private final StoreOrder order;
    private final SeriesKey key;
    private final SeenSlots seen;
    private final CandleMerge merge;
    private FoundClock clock;
    private boolean clockChanged;
    private final long revision;
    private @Nullable QualityMeter meter;
    private @Nullable CandleCopyIn direct;
    private long heldFirst = Long.MAX_VALUE;
    private long heldLast = Long.MIN_VALUE;
    private long givenFirst = Long.MAX_VALUE;
    private long givenLast = Long.MIN_VALUE;
    private long given;
    private long inserted;

    CandleStoring(Handle handle, StoreOrder order) {
        this.handle = handle;
        this.order = order;
        this.key = order.key();
        this.seen = SeenSlots.of(key.timeframe());
        SeriesLock.take(handle, key);
        this.revision = handle.createQuery("SELECT nextval('market_revision')")
                .mapTo(Long.class)
                .one();
        this.merge = new CandleMerge(handle, key, revision, order.now());
        this.clock = SeriesRows.clock(handle, key).orElseGet(() -> usual(key));
        findHeld();
        follow(order.clock());
    }

    /** Takes a clock instead of the held one; null changes nothing. */
    private void follow(@Nullable FoundClock wanted) {
        if (wanted != null) {
            clockChanged = !wanted.clock().equals(clock.clock()) || wanted.basis() != clock.basis();
            clock = wanted;
        }
    }

    private static FoundClock usual(SeriesKey key) {
        MarketCalendar calendar = MarketCalendar.usual(key.exchange());
        ClockBasis basis = MarketCalendar.named(key.exchange()).isPresent() ? ClockBasis.NAME : ClockBasis.ASSUMED;
        return FoundClock.of(SeriesClock.utc(key.timeframe(), calendar), basis, null);
    }

    private void findHeld() {
        CandleWriter.named(handle.createQuery("""
                        SELECT min(open_time) AS first, max(open_time) AS last FROM market_data
                        WHERE exchange = :exchange AND symbol = :symbol AND timeframe = :timeframe
                        """), key)
                .map((row, context) -> {
                    java.sql.Timestamp first = row.getTimestamp("first");
                    if (first != null) {
                        heldFirst = first.getTime();
                        heldLast = row.getTimestamp("last").getTime();
                    }
                    return true;
                })
                .one();
    }

    StoredCandles run(CandleSource source, StoreListener listener) throws IOException {
        CandleChunk chunk = new CandleChunk();
        follow(source.clock());
        // Candles that come in order into an empty series are measured as they pass; else they are read again.
        meter = heldFirst > heldLast ? new QualityMeter(clock.clock()) : null;
        try {
            Optional<NewCandle> next = source.next();
            while (next.isPresent()) {
                chunk.add(next.get());
                if (chunk.isFull()) {
                    take(chunk);
                    listener.taken(given);
                }
                next = source.next();
            }
            take(chunk);
            endDirect();
        } catch (SQLException e) {
            throw new IllegalStateException("candles cannot be sent to the database: " + e.getMessage(), e);
        } finally {
            abandonDirect();
        }
        listener.taken(given);
        return finish(source);
    }

    /** Writes the series' figures without storing anything. */
    void measureAgain() {
        if (heldFirst <= heldLast) {
            meter = null;
            SeriesRows.write(handle, order, clock, 0, quality(), heldFirst, heldLast);
        }
    }

    private void take(CandleChunk chunk) throws SQLException {
        if (chunk.size() == 0) {
            return;
        }
        given += chunk.size();
        chunk.sort();
        for (int i = 0; i < chunk.size(); i++) {
            seen.add(chunk.time(i));
        }
        long first = chunk.time(0);
        long last = chunk.time(chunk.size() - 1);
        boolean after = first > heldLast;
        if (after || last < heldFirst) {
            direct(chunk, after);
        } else {
            meter = null;
            endDirect();
            inserted += merge.apply(chunk);
        }
        heldFirst = Math.min(heldFirst, first);
        heldLast = Math.max(heldLast, last);
        givenFirst = Math.min(givenFirst, first);
        givenLast = Math.max(givenLast, last);
        chunk.clear();
    }

    private void direct(CandleChunk chunk, boolean after) throws SQLException {
        if (direct == null) {
            direct = new CandleCopyIn(handle.getConnection(), "market_data", key);
        }
        direct.send(chunk);
        inserted += chunk.size();
        if (!after) {
            meter = null;
        }
        if (meter != null) {
            for (int i = 0; i < chunk.size(); i++) {
                meter.candle(
                        chunk.time(i),
                        chunk.figure(0, i),
                        chunk.figure(1, i),
                        chunk.figure(2, i),
                        chunk.figure(3, i),
                        chunk.figure(4, i));
            }
        }
    }

    private void endDirect() throws SQLException {
        if (direct != null) {
            direct.end();
            direct = null;
        }
    }

    private void abandonDirect() {
        if (direct != null) {
            try {
                direct.abandon();
            } catch (SQLException e) {
                // The transaction is rolled back in any case; the first failure is the one to tell.
            }
        }
    }

    private StoredCandles finish(CandleSource source) {
        long updated = merge.updated();
        long duplicates = given - seen.count();
        if (inserted + updated > 0 || clockChanged && heldFirst <= heldLast) {
            SeriesRows.write(
                    handle, order, clock, inserted + updated > 0 ? revision : 0, quality(), heldFirst, heldLast);
        }
        Optional<SourceFlaws> flaws = source.flaws(duplicates);
        flaws.ifPresent(found -> SeriesRows.writeFlaws(handle, key, found));
        return new StoredCandles(
                inserted,
                updated,
                seen.count() - inserted - updated,
                duplicates,
                given == 0 ? null : Instant.ofEpochMilli(givenFirst),
                given == 0 ? null : Instant.ofEpochMilli(givenLast));
    }

    private CandleQuality quality() {
        QualityMeter measured = meter;
        return measured == null ? SeriesRows.measure(handle, key, clock.clock()) : measured.quality(0);
    }
}
