package studio.server.marketdata.file;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads the ways in which candles' times are written: epoch seconds, milli-, micro- or nanoseconds, told apart by their
 * size; ISO-8601; dates as 2017.01.31, 31.01.2017, 2017/01/31 and 20170131 with or without a time. Times without a zone
 * are UTC. Dates as 01/02/2017 are not read: nobody can tell which part is the month.
 */
final class CandleTimes {
    /** What {@link #parse} answers for what is no time from 1970 to 2199. */
    static final long NONE = Long.MIN_VALUE;

    private static final long LARGEST_SECONDS = 100_000_000_000L; // year 5138; as milliseconds March 1973
    private static final long LARGEST_MILLIS = 100_000_000_000_000L;
    private static final long LARGEST_MICROS = 100_000_000_000_000_000L;
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendPattern("[ ][XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT);

    private CandleTimes() {}

    /** Epoch milliseconds UTC, or {@link #NONE}. */
    static long parse(byte[] text, int start, int end) {
        long epoch = ByteText.digits(text, start, whole(text, start, end));
        long millis = epoch < 0 || isDate(epoch, end - start) ? date(text, start, end) : epochMillis(epoch);
        return millis >= 0 && millis < LATEST ? millis : NONE;
    }

    static long parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** How that text writes a time, for a person. */
    static String format(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long epoch = ByteText.digits(bytes, 0, whole(bytes, 0, bytes.length));
        if (epoch < 0 || isDate(epoch, bytes.length)) {
            return "date";
        }
        if (epoch < LARGEST_SECONDS) {
            return "epoch seconds";
        }
        if (epoch < LARGEST_MILLIS) {
            return "epoch milliseconds";
        }
        return epoch < LARGEST_MICROS ? "epoch microseconds" : "epoch nanoseconds";
    }

    private static long epochMillis(long epoch) {
        if (epoch < LARGEST_SECONDS) {
            return epoch * 1000;
        }
        if (epoch < LARGEST_MILLIS) {
            return epoch;
        }
        return epoch < LARGEST_MICROS ? epoch / 1000 : epoch / 1_000_000;
    }

    /** Where the digits of "1704067200.000" end: some tools write whole numbers so. */
    private static int whole(byte[] text, int start, int end) {
        int at = end;
        while (at > start && text[at - 1] == '0') {
            at--;
        }
        return at > start && text[at - 1] == '.' ? at - 1 : end;
    }

    /** Eight digits that begin like a year: as seconds they would be of 1970, when nothing of ours was traded. */
    private static boolean isDate(long number, int length) {
        return length == 8 && number >= 1900_00_00 && number < 2200_00_00;
    }

    private static long date(byte[] text, int start, int end) {
        long quick = plainDate(text, start, end);
        return quick != NONE ? quick : iso(normal(ByteText.string(text, start, end)));
    }

    /** "2024-01-31 12:30:00" and the like, with T for the blank and an optional Z, without a formatter. */
    private static long plainDate(byte[] text, int start, int end) {
        int length = end - start;
        boolean zulu = length == 20 && text[end - 1] == 'Z';
        if (length != 19 && !zulu
                || text[start + 4] != '-'
                || text[start + 7] != '-'
                || text[start + 10] != ' ' && text[start + 10] != 'T'
                || text[start + 13] != ':'
                || text[start + 16] != ':') {
            return NONE;
        }
        long year = ByteText.digits(text, start, start + 4);
        long month = ByteText.digits(text, start + 5, start + 7);
        long day = ByteText.digits(text, start + 8, start + 10);
        long hour = ByteText.digits(text, start + 11, start + 13);
        long minute = ByteText.digits(text, start + 14, start + 16);
        long second = ByteText.digits(text, start + 17, start + 19);
        if (year < 0
                || month < 1
                || month > 12
                || day < 1
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || day > java.time.YearMonth.of((int) year, (int) month).lengthOfMonth()) {
            return NONE;
        }
        long days = LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
        return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
    }

    /** The ISO form of the other ways of writing a date; what is none of them stays as it is. */
    private static String normal(String text) {
        String plain = text.strip();
        if (plain.endsWith("UTC") || plain.endsWith("GMT")) {
            plain = plain.substring(0, plain.length() - 3).strip();
        }
        if (plain.matches("\\d{2}\\.\\d{2}\\.\\d{4}.*")) {
            plain = plain.substring(6, 10) + "-" + plain.substring(3, 5) + "-" + plain.substring(0, 2)
                    + plain.substring(10);
        } else if (plain.matches("\\d{4}[./]\\d{2}[./]\\d{2}.*")) {
            plain = plain.substring(0, 4) + "-" + plain.substring(5, 7) + "-" + plain.substring(8);
        } else if (plain.matches("\\d{8}(?:[ T].*)?")) {
            plain = plain.substring(0, 4) + "-" + plain.substring(4, 6) + "-" + plain.substring(6);
        }
        return plain.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{6}")
                ? plain.substring(0, 13) + ":" + plain.substring(13, 15) + ":" + plain.substring(15)
                : plain;
    }

    private static long iso(String text) {
        try {
            TemporalAccessor parsed = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = parsed instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
            return instant.toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return NONE;
        }
    }
}
