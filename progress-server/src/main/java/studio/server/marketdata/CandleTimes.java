package studio.server.marketdata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import studio.model.market.Timeframe;

/** Reads the ways in which exchanges write a candle's time: epoch seconds, milli- or microseconds, or ISO-8601. */
final class CandleTimes {
    private static final Pattern EPOCH = Pattern.compile("(\\d{1,17})(?:\\.0*)?");
    private static final long LARGEST_SECONDS = 100_000_000_000L; // year 5138; as milliseconds March 1973
    private static final long LARGEST_MILLIS = 100_000_000_000_000L;
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    /** The epoch was a Thursday; weekly candles open on Monday. */
    private static final long FIRST_MONDAY = 4 * 86_400_000L;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(java.util.Locale.ROOT);

    private CandleTimes() {}

    /** Epoch milliseconds; times without a zone are UTC; empty when the text is no time from 1970 to 2199. */
    static OptionalLong parse(String text) {
        var epoch = EPOCH.matcher(text);
        OptionalLong millis =
                epoch.matches() ? OptionalLong.of(toMillis(Long.parseLong(epoch.group(1)))) : parseIso(text);
        return millis.isPresent() && millis.getAsLong() >= 0 && millis.getAsLong() < LATEST
                ? millis
                : OptionalLong.empty();
    }

    /** Whether a candle of that timeframe can open then. */
    static boolean isOnGrid(long millis, Timeframe timeframe) {
        long origin = timeframe == Timeframe.W1 ? FIRST_MONDAY : 0;
        return Math.floorMod(millis - origin, timeframe.millis()) == 0;
    }

    private static long toMillis(long epoch) {
        if (epoch < LARGEST_SECONDS) {
            return epoch * 1000;
        }
        return epoch < LARGEST_MILLIS ? epoch : epoch / 1000;
    }

    private static OptionalLong parseIso(String text) {
        try {
            TemporalAccessor parsed = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
            return OptionalLong.of(instant.toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
