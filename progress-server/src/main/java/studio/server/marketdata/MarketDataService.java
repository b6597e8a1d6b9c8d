package studio.server.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.model.market.CandleColumns;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.SeriesInfo;
import studio.model.market.SeriesList;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.CandleFile;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleSource;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.StoreOrder;
import studio.server.marketdata.sql.StoredCandles;

/** The candle series held: listing, reading, import. Thread-safe. */
public final class MarketDataService {
    private final CandleRepository candles;
    private final CandleWriter writer;
    private final InstantSource clock;

    public MarketDataService(CandleRepository candles, CandleWriter writer, InstantSource clock) {
        this.candles = candles;
        this.writer = writer;
        this.clock = clock;
    }

    /** Every series held, by exchange, symbol and length of the candle. */
    public SeriesList list() {
        return new SeriesList(candles.series());
    }

    /** The series of that name; empty when none of its candles are held, or no series can have that name. */
    public Optional<SeriesInfo> series(String exchange, String symbol, Timeframe timeframe) {
        return SeriesKey.check(exchange, symbol, timeframe.wireName()).isEmpty()
                ? candles.series(new SeriesKey(exchange, symbol, timeframe))
                : Optional.empty();
    }

    /**
     * The newest candles. Both lookbacks count back from the last stored candle, never from now; where both are given
     * the shorter one holds, where none is given all candles are read.
     *
     * @param lookbackDays days, 1 or more: the candles that open later than so many times 24 hours before the last one
     * @param lookbackCandles candles, 1 or more
     * @return what is held of that, which may be less; no candles for a series that is not held
     */
    public HeldCandles lastHeld(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles) {
        return lastHeld(exchange, symbol, timeframe, lookbackDays, lookbackCandles, share -> {});
    }

    /**
     * The same.
     *
     * @param progress is told the share that is read, 0..1, every few thousand candles
     */
    public HeldCandles lastHeld(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles,
            DoubleConsumer progress) {
        CandleBuffer buffer = new CandleBuffer(1);
        Optional<SeriesInfo> series = series(exchange, symbol, timeframe);
        if (series.isEmpty()) {
            SeriesClock usual = SeriesClock.utc(timeframe, MarketCalendar.usual(exchange));
            return new HeldCandles(buffer.toCandles(usual), 0, 0);
        }
        SeriesKey key = new SeriesKey(exchange, symbol, timeframe);
        Instant last = series.get().last();
        Instant start = start(key, last, lookbackDays, lookbackCandles);
        long most = Math.min(series.get().candles(), lookbackCandles == null ? Long.MAX_VALUE : (long) lookbackCandles);
        long slots = start == null ? most : 1 + Duration.between(start, last).toMillis() / timeframe.millis();
        CandleRepository.SeriesState state =
                candles.readState(key, start, last, new CountingReader(buffer, Math.min(most, slots), progress));
        return new HeldCandles(buffer.toCandles(state.clock()), state.revision(), state.revised());
    }

    /** The candles of {@link #lastHeld} alone. */
    public Candles lastCandles(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles) {
        return lastHeld(exchange, symbol, timeframe, lookbackDays, lookbackCandles)
                .candles();
    }

    /** Candles between two open times whose figures are others than after the storing of that number. */
    public long changedSince(SeriesKey key, long revision, Instant from, Instant to) {
        return candles.changedSince(key, revision, from, to);
    }

    /** Candles held between two open times, both inclusive. */
    public long count(SeriesKey key, Instant from, Instant to) {
        return candles.count(key, from, to);
    }

    /** How many candles {@link #lastCandles} would return, without reading them. */
    public long countLast(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles) {
        Optional<SeriesInfo> series = series(exchange, symbol, timeframe);
        if (series.isEmpty()) {
            return 0;
        }
        SeriesKey key = new SeriesKey(exchange, symbol, timeframe);
        Instant last = series.get().last();
        return candles.count(key, start(key, last, lookbackDays, lookbackCandles), last);
    }

    /** The stretch that {@link #lastCandles} would return, without reading it; empty when nothing of it is held. */
    public Optional<HeldSpan> lastSpan(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Integer lookbackDays,
            @Nullable Integer lookbackCandles) {
        return series(exchange, symbol, timeframe).flatMap(series -> {
            SeriesKey key = new SeriesKey(exchange, symbol, timeframe);
            Instant from = start(key, series.last(), lookbackDays, lookbackCandles);
            Instant first = from == null || from.isBefore(series.first()) ? series.first() : from;
            long count = candles.count(key, first, series.last());
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new HeldSpan(
                            count, first, series.last(), series.clock().clock()));
        });
    }

    private @Nullable Instant start(
            SeriesKey key, Instant last, @Nullable Integer lookbackDays, @Nullable Integer lookbackCandles) {
        Instant byDays = lookbackDays == null
                ? null
                : last.minus(Duration.ofDays(lookbackDays)).plusMillis(1);
        Instant byCandles = lookbackCandles == null
                ? null
                : candles.startOfLast(key, lookbackCandles).orElse(null);
        if (byDays == null || byCandles == null) {
            return byDays == null ? byCandles : byDays;
        }
        return byDays.isAfter(byCandles) ? byDays : byCandles;
    }

    /**
     * Candles between two open times for drawing.
     *
     * @param from inclusive; null from the first
     * @param to inclusive; null to the last
     * @param maxPoints most points wanted, 1 or more; longer stretches are summed up evenly
     */
    public CandleColumns forDrawing(SeriesKey key, @Nullable Instant from, @Nullable Instant to, int maxPoints) {
        if (maxPoints < 1) {
            throw new IllegalArgumentException("maxPoints is " + maxPoints + ", at least 1 is needed");
        }
        long total = candles.count(key, from, to);
        CandleBuffer buffer = new CandleBuffer((int) Math.max(1, (total + maxPoints - 1) / maxPoints));
        candles.read(key, from, to, buffer);
        SeriesClock clock = candles.series(key)
                .map(series -> series.clock().clock())
                .orElseGet(() -> SeriesClock.utc(key.timeframe()));
        return buffer.toColumns(key, clock);
    }

    /**
     * Takes the candles of a file: new ones are inserted, others brought up to the file, rows that are malformed or
     * impossible counted and passed over. All is stored or, when reading fails, nothing. The stream is read to its end
     * and not closed.
     *
     * @throws UnusableFileException when the file as a whole cannot be used
     * @throws IOException when the stream breaks off
     */
    public ImportReport importCsv(String exchange, String symbol, Timeframe timeframe, InputStream csv)
            throws IOException {
        SeriesKey key = new SeriesKey(exchange, symbol, timeframe);
        CandleFile file = new CandleFile(csv, timeframe);
        ClockedCandles clocked = new ClockedCandles(file, key, () -> writer.heldTimes(key), null, file::reject);
        StoreOrder order = new StoreOrder(key, null, "import", clock.instant());
        StoredCandles stored = writer.store(order, clocked, taken -> {}, null);
        return FileImports.report(key, file, clocked.found(), stored, null);
    }

    /** Stores candles from elsewhere, by the same rules. */
    public StoredCandles store(SeriesKey key, CandleSource source, String origin) throws IOException {
        ClockedCandles clocked =
                new ClockedCandles(source, key, () -> writer.heldTimes(key), null, (candle, reason) -> {
                    throw new IllegalArgumentException(reason);
                });
        StoreOrder order = new StoreOrder(key, null, origin, clock.instant());
        return writer.store(order, clocked, taken -> {}, null);
    }

    /** Measures the series that an earlier version of this program measured by other rules. */
    public void measureOutdated() {
        writer.measureOutdated(
                clock.instant(), (key, held) -> ClockedCandles.found(key, held.times(), Optional.of(held), null));
    }
}
