package studio.server.marketdata.backfill;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.model.market.BackfillReport;
import studio.model.market.BackfillRequest;
import studio.model.market.Timeframe;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.exchange.CandleFetcher;
import studio.server.marketdata.exchange.ExchangeException;
import studio.server.marketdata.exchange.Exchanges;
import studio.server.marketdata.exchange.Pause;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.ClaimedTask;
import studio.server.marketdata.sql.DataTaskRepository;

/**
 * Runs backfills. What was stored stays, however one ends: the next one fetches only what is missing then. Thread-safe;
 * each run is one thread's.
 */
public final class Backfiller {
    /** The first candle that any exchange has is younger. */
    private static final Instant EARLIEST = Instant.parse("2009-01-01T00:00:00Z");

    private final Exchanges exchanges;
    private final CandleRepository candles;
    private final CandleWriter writer;
    private final DataTaskRepository tasks;
    private final InstantSource clock;

    public Backfiller(
            Exchanges exchanges,
            CandleRepository candles,
            CandleWriter writer,
            DataTaskRepository tasks,
            InstantSource clock) {
        this.exchanges = exchanges;
        this.candles = candles;
        this.writer = writer;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Runs a task to its end.
     *
     * @throws ExchangeException when the exchange refuses or keeps failing; what came before is stored
     * @throws studio.server.marketdata.TaskLostException when it was cancelled or lost
     */
    public void run(ClaimedTask task, Pause pause) throws ExchangeException {
        BackfillRequest request = task.request();
        Timeframe timeframe = Objects.requireNonNull(request.timeframe());
        SeriesKey key = new SeriesKey(
                Objects.requireNonNull(request.exchange()), Objects.requireNonNull(request.symbol()), timeframe);
        CandleFetcher fetcher = exchanges
                .find(key.exchange())
                .orElseThrow(() -> new IllegalStateException("exchange " + key.exchange() + " was checked before"));
        long step = timeframe.millis();
        BackfillReport before = task.before();
        Span span = before == null ? span(key, request) : new Span(before.from(), before.to());
        long first = span.from().toEpochMilli();
        long last = span.to().toEpochMilli();
        List<Stretch> stretches = Boolean.TRUE.equals(request.refetch())
                ? List.of(new Stretch(first, last))
                : Stretch.missing(first, last, held(key, span), step);
        if (first > last) {
            stretches = List.of();
        }
        Tally tally = before == null
                ? Tally.begin(
                        span, stretches.stream().mapToLong(s -> s.candles(step)).sum())
                : Tally.goOn(before);
        Instant cursor = before == null ? null : before.cursor();
        if (cursor != null) {
            stretches = Stretch.from(stretches, cursor.toEpochMilli());
        }
        BackfillRun run = new BackfillRun(task, key, fetcher, writer, tasks, clock, tally);
        for (Stretch stretch : stretches) {
            run.fetch(stretch, pause);
        }
        run.finish(Instant.ofEpochMilli(last + step));
    }

    /** First and last open time wanted. */
    record Span(Instant from, Instant to) {}

    private Span span(SeriesKey key, BackfillRequest request) {
        Timeframe timeframe = key.timeframe();
        long lastOver = floor(clock.millis() - timeframe.millis(), timeframe);
        Instant from = request.from();
        if (from == null) {
            from = candles.series(key)
                    .orElseThrow(() -> new IllegalStateException("a series that is not held needs a beginning"))
                    .first();
        }
        long first = ceiling(Math.max(from.toEpochMilli(), EARLIEST.toEpochMilli()), timeframe);
        Instant to = request.to();
        long last = to == null ? lastOver : Math.min(lastOver, floor(to.toEpochMilli(), timeframe));
        return new Span(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last));
    }

    private static long floor(long time, Timeframe timeframe) {
        long origin = timeframe == Timeframe.W1 ? Timeframe.D1.millis() * 4 : 0;
        return Math.floorDiv(time - origin, timeframe.millis()) * timeframe.millis() + origin;
    }

    private static long ceiling(long time, Timeframe timeframe) {
        long floor = floor(time, timeframe);
        return floor == time ? time : floor + timeframe.millis();
    }

    private long[] held(SeriesKey key, Span span) {
        Times times = new Times();
        candles.read(key, span.from(), span.to(), (time, open, high, low, close, volume) -> times.add(time));
        return times.toArray();
    }

    /** Open times, eight bytes each. */
    private static final class Times {
        private long[] times = new long[1024];
        private int size;

        void add(long time) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
            }
            times[size++] = time;
        }

        long[] toArray() {
            return Arrays.copyOf(times, size);
        }
    }

    /** Running figures of a backfill. Not thread-safe. */
    static final class Tally {
        private final Span span;
        private final long missingBefore;
        long notOffered;
        long fetched;
        long inserted;
        long updated;
        long unchanged;
        long rejected;
        long requests;
        long retries;

        private Tally(Span span, long missingBefore) {
            this.span = span;
            this.missingBefore = missingBefore;
        }

        static Tally begin(Span span, long missingBefore) {
            return new Tally(span, missingBefore);
        }

        static Tally goOn(BackfillReport r) {
            Tally tally = new Tally(new Span(r.from(), r.to()), r.missingBefore());
            tally.notOffered = r.notOffered();
            tally.fetched = r.fetched();
            tally.inserted = r.inserted();
            tally.updated = r.updated();
            tally.unchanged = r.unchanged();
            tally.rejected = r.rejected();
            tally.requests = r.requests();
            tally.retries = r.retries();
            return tally;
        }

        long missingBefore() {
            return missingBefore;
        }

        BackfillReport report(@Nullable Instant cursor) {
            return new BackfillReport(
                    span.from(),
                    span.to(),
                    missingBefore,
                    notOffered,
                    fetched,
                    inserted,
                    updated,
                    unchanged,
                    rejected,
                    requests,
                    retries,
                    cursor);
        }
    }
}
