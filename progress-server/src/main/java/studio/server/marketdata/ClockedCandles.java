package studio.server.marketdata;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import studio.engine.market.ClockFinder;
import studio.engine.market.OtherStep;
import studio.engine.market.TradingCalendar;
import studio.model.market.ClockBasis;
import studio.model.market.FoundClock;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.SourceFlaws;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.marketdata.sql.CandleSource;
import studio.server.marketdata.sql.HeldTimes;
import studio.server.marketdata.sql.NewCandle;

/**
 * Candles of a source that open when the series' clock says. The clock is found in the times of the first candles, with
 * those that are held, before the first of them is given; so a source of any length takes no memory. Not thread-safe.
 */
final class ClockedCandles implements CandleSource {
    /** Five-minute candles of half a year, daily ones of centuries: enough to see summer time come or go. */
    private static final int SAMPLE = 50_000;
    /** A clock that so many of the held candles do not follow is not theirs. */
    private static final double MOST = 0.98;

    private final CandleSource source;
    private final SeriesKey key;
    private final Supplier<Optional<HeldTimes>> held;
    private final @Nullable MarketCalendar wanted;
    private final Rejecting rejecting;
    private final List<NewCandle> sample = new ArrayList<>();
    private @Nullable FoundClock clock;
    private @Nullable OtherStep other;
    private boolean refuses = true;
    private boolean begun;
    private int at;

    /** Hears of candles that lie off the grid. */
    @FunctionalInterface
    interface Rejecting {
        void reject(NewCandle candle, String reason);
    }

    /**
     * @param held asked once for what is held of the series
     * @param wanted the calendar that somebody chose; null leaves it to what is known of the series
     */
    ClockedCandles(
            CandleSource source,
            SeriesKey key,
            Supplier<Optional<HeldTimes>> held,
            @Nullable MarketCalendar wanted,
            Rejecting rejecting) {
        this.source = source;
        this.key = key;
        this.held = held;
        this.wanted = wanted;
        this.rejecting = rejecting;
    }

    /** For a look at candles that are not stored: those of another timeframe are given too. */
    ClockedCandles refusingNone() {
        refuses = false;
        return this;
    }

    /**
     * Reads the first candles and finds the clock.
     *
     * @return null when there is no candle, or none of this timeframe
     * @throws UnusableFileException when the times are surely those of another timeframe
     */
    @Override
    public @Nullable FoundClock clock() throws IOException {
        if (!begun) {
            begun = true;
            begin();
        }
        if (other != null && refuses) {
            throw new UnusableFileException(other.sentence(key.timeframe()));
        }
        return clock;
    }

    private void begin() throws IOException {
        Optional<NewCandle> next = source.next();
        while (next.isPresent()) {
            sample.add(next.get());
            next = sample.size() < SAMPLE ? source.next() : Optional.empty();
        }
        long[] times = sample.stream().mapToLong(NewCandle::time).toArray();
        other = ClockFinder.otherStep(times, key.timeframe()).orElse(null);
        if (other == null && times.length > 0) {
            clock = find(key, times, held.get(), wanted);
        }
    }

    private static FoundClock find(
            SeriesKey key, long[] times, Optional<HeldTimes> held, @Nullable MarketCalendar wanted) {
        long[] all = held.map(h -> LongStream.concat(Arrays.stream(h.times()), Arrays.stream(times))
                        .toArray())
                .orElse(times);
        return found(key, all, held, wanted);
    }

    /**
     * The clock of a series by all that is known of it. What is held keeps the clock that it follows unless more times show
     * a better one; a calendar that somebody chose stays.
     */
    static FoundClock found(SeriesKey key, long[] times, Optional<HeldTimes> held, @Nullable MarketCalendar wanted) {
        MarketCalendar chosen = wanted != null
                ? wanted
                : held.filter(h -> h.clock().basis() == ClockBasis.OPTION)
                        .map(h -> h.clock().clock().calendar())
                        .orElse(null);
        ClockFinder.Found found = ClockFinder.find(times, key.timeframe(), key.exchange(), chosen);
        if (held.isPresent() && share(found.clock(), held.get().times()) < MOST) {
            FoundClock before = held.get().clock();
            return wanted == null ? before : FoundClock.of(before.clock().tradedBy(wanted), ClockBasis.OPTION, null);
        }
        return FoundClock.of(found.clock(), found.basis(), daysWithout(found.clock(), times));
    }

    private static double share(SeriesClock clock, long[] times) {
        return times.length == 0
                ? 1
                : (double) Arrays.stream(times).filter(clock::isOnGrid).count() / times.length;
    }

    private static @Nullable Long daysWithout(SeriesClock clock, long[] times) {
        if (clock.timeframe() == Timeframe.W1 || times.length == 0) {
            return null;
        }
        TradingCalendar calendar = TradingCalendar.of(clock);
        long[] days = Arrays.stream(times).map(clock::dayOf).sorted().distinct().toArray();
        long traded = LongStream.rangeClosed(days[0], days[days.length - 1])
                .filter(calendar::isTradingDay)
                .count();
        return traded - Arrays.stream(days).filter(calendar::isTradingDay).count();
    }

    /** The timeframe that the times look like when it is surely another one of ours; null before they were looked at. */
    @Nullable
    Timeframe otherTimeframe() {
        return other == null ? null : other.timeframe();
    }

    /** The clock that was found; null before it was looked for, and when there is no candle. */
    @Nullable
    FoundClock found() {
        return clock;
    }

    @Override
    public Optional<NewCandle> next() throws IOException {
        FoundClock found = clock();
        while (true) {
            Optional<NewCandle> next = at < sample.size() ? Optional.of(sample.get(at++)) : source.next();
            if (next.isEmpty()
                    || found == null
                    || found.clock().isOnGrid(next.get().time())) {
                return next;
            }
            rejecting.reject(next.get(), reason(next.get().time(), found.clock()));
        }
    }

    private static String reason(long time, SeriesClock clock) {
        String text = Instant.ofEpochMilli(time) + " is no time at which a "
                + clock.timeframe().wireName() + " candle opens";
        return clock.hasGridOf(SeriesClock.utc(clock.timeframe()))
                ? text
                : text + " in this series, but " + Instant.ofEpochMilli(clock.floor(time)) + " is";
    }

    @Override
    public Optional<SourceFlaws> flaws(long duplicates) {
        return source.flaws(duplicates);
    }
}
