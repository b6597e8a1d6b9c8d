package studio.server.marketdata.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ways in which candles' times are written: epoch seconds, milli-, micro- or nanoseconds, told apart by their
 * size, and dates with or without a time of day and a zone. Dates whose day and month cannot be told apart are read by a
 * known order only. A date that no calendar has is no time. Not thread-safe.
 */
final class CandleTimes {
    /** What {@link #parse} answers for what is no time from 1970 to 2199. */
    static final long NONE = Long.MIN_VALUE;

    private static final long LARGEST_SECONDS = 100_000_000_000L; // year 5138; as milliseconds March 1973
    private static final long LARGEST_MILLIS = 100_000_000_000_000L;
    private static final long LARGEST_MICROS = 100_000_000_000_000_000L;
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000L;

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?!\\d)(.*)");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?!\\d)(.*)");
    private static final Pattern MONTH_FIRST = Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? +(\\d{4})(?!\\d)(.*)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3,9})\\.?[- ,]+(\\d{4})(?!\\d)(.*)");
    private static final Pattern TIME_OF_DAY = Pattern.compile(
            "(?:(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?|(\\d{2})(\\d{2})(\\d{2})?|(\\d{1,2}))"
                    + "(?:\\s*-?\\s*([AP])\\.?M\\.?)?\\s*(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?\\s*([+-])(\\d{1,2})(?::?(\\d{2}))?(?::?00)?", Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final @Nullable String order;
    private final ZoneId zone;
    private boolean carriesNoZone;
    private long last = NONE;
    private boolean descends;

    /**
     * @param order {@code d}, {@code M} and {@code y} as dates of three numbers have them that could be read in several
     *     ways; null where that is not known: such dates are not read then
     * @param zone of times that carry none
     */
    CandleTimes(@Nullable String order, ZoneId zone) {
        this.order = order;
        this.zone = zone;
    }

    /** Whether a time was read whose zone the text does not say. */
    boolean carriesNoZone() {
        return carriesNoZone;
    }

    /** Epoch milliseconds UTC, or {@link #NONE}. */
    long parse(String text) {
        long epoch = epoch(text);
        long millis = epoch >= 0 ? epoch : date(text.strip());
        if (millis < 0 || millis >= LATEST) {
            return NONE;
        }
        if (last != NONE && millis != last) {
            descends = millis < last;
        }
        last = millis;
        return millis;
    }

    /** How that text writes a time, for a person. */
    static String format(String text) {
        long number = number(text);
        if (number < 0) {
            return "date";
        }
        if (number < LARGEST_SECONDS) {
            return "epoch seconds";
        }
        if (number < LARGEST_MILLIS) {
            return "epoch milliseconds";
        }
        return number < LARGEST_MICROS ? "epoch microseconds" : "epoch nanoseconds";
    }

    /** Whether the text is a number that can only be a time of day: fewer seconds or milliseconds than a day has. */
    static boolean isOfOneDay(String text) {
        long number = number(text);
        return number >= 0 && number < DAY;
    }

    /** Whether the text is a time of day alone. */
    static boolean isTimeOfDay(String text) {
        Matcher time = TIME_OF_DAY.matcher(text);
        return time.matches() && time.group(8) == null && time.group(10).isEmpty() && timeOfDay(time) != null;
    }

    /** The first two numbers of a date such as 03/04/2024 or 3-4-24 that is read by its order only; null of another. */
    static int @Nullable [] openDate(String text) {
        Matcher date = NUMBERS.matcher(text);
        return date.matches() && isOpen(date)
                ? new int[] {Integer.parseInt(date.group(1)), Integer.parseInt(date.group(3))}
                : null;
    }

    /** Dots put the day first wherever they are used; a year of two digits could be anywhere. */
    private static boolean isOpen(Matcher date) {
        return date.group(1).length() < 3
                && (date.group(4).length() < 3 || !date.group(2).equals("."));
    }

    /** The whole number that an epoch is; -1 of a date, and of eight digits that begin like a year. */
    private static long number(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        // Some tools write "1704067200.000".
        end = end > 0 && text.charAt(end - 1) == '.' ? end - 1 : text.length();
        if (end < 1 || end > 19) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return text.length() == 8 && value >= 1900_00_00 && value < 2200_00_00 ? -1 : value < 0 ? -1 : value;
    }

    private static long epoch(String text) {
        long epoch = number(text);
        if (epoch < LARGEST_SECONDS) {
            return epoch < 0 ? -1 : epoch * 1000;
        }
        if (epoch < LARGEST_MILLIS) {
            return epoch;
        }
        return epoch < LARGEST_MICROS ? epoch / 1000 : epoch / 1_000_000;
    }

    private long date(String text) {
        try {
            LocalDateTime quick = plain(text);
            if (quick != null) {
                return text.length() == 20 ? instant(quick, ZoneOffset.UTC) : instant(quick, null);
            }
            Matcher found = NUMBERS.matcher(text);
            if (found.matches()) {
                return rest(numbers(found), found.group(5));
            }
            found = COMPACT.matcher(text);
            if (found.matches()) {
                return rest(day(found.group(1), found.group(2), found.group(3)), found.group(4));
            }
            found = MONTH_FIRST.matcher(text);
            if (found.matches()) {
                return rest(day(found.group(3), month(found.group(1)), found.group(2)), found.group(4));
            }
            found = DAY_FIRST.matcher(text);
            return found.matches()
                    ? rest(day(found.group(3), month(found.group(2)), found.group(1)), found.group(4))
                    : NONE;
        } catch (DateTimeException | ArithmeticException e) {
            return NONE;
        }
    }

    /** "2024-01-31 12:30:00" and the like, with T for the blank and an optional Z, without patterns. */
    private static @Nullable LocalDateTime plain(String text) {
        int length = text.length();
        if (length != 19 && (length != 20 || text.charAt(19) != 'Z')
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != ' ' && text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        return (year | month | day | hour | minute | second) < 0
                ? null
                : LocalDateTime.of(year, month, day, hour, minute, second);
    }

    private static int digits(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private LocalDate numbers(Matcher date) {
        String[] parts = {date.group(1), date.group(3), date.group(4)};
        String by = isOpen(date)
                ? order
                : parts[0].length() < 3 ? "dMy" : order != null && order.equals("ydM") ? order : "yMd";
        if (by == null) {
            throw new DateTimeException("day and month cannot be told apart");
        }
        String year = parts[by.indexOf('y')];
        if (year.length() == 3 || year.length() == 1) {
            throw new DateTimeException("no year");
        }
        // Two digits are of the hundred years that end in 2069, as POSIX reads them.
        String whole = year.length() == 4 ? year : (Integer.parseInt(year) < 69 ? "20" : "19") + year;
        return day(whole, parts[by.indexOf('M')], parts[by.indexOf('d')]);
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String month(String name) {
        int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        if (month < 0) {
            throw new DateTimeException("no month");
        }
        return String.valueOf(month + 1);
    }

    private long rest(LocalDate date, String after) {
        String text = after.strip();
        if (text.startsWith("T") || text.startsWith(",")) {
            text = text.substring(1).strip();
        }
        if (text.isEmpty()) {
            return instant(date.atStartOfDay(), null);
        }
        Matcher time = TIME_OF_DAY.matcher(text);
        if (time.matches()) {
            LocalTime timeOfDay = timeOfDay(time);
            if (timeOfDay == null) {
                return NONE;
            }
            return zoned(date.atTime(timeOfDay), time.group(10).strip());
        }
        return zoned(date.atStartOfDay(), text);
    }

    private long zoned(LocalDateTime local, String suffix) {
        if (suffix.isEmpty()) {
            return instant(local, null);
        }
        ZoneOffset offset = offset(suffix);
        return offset == null ? NONE : instant(local, offset);
    }

    private static @Nullable ZoneOffset offset(String text) {
        if (text.equalsIgnoreCase("Z") || text.equalsIgnoreCase("UTC") || text.equalsIgnoreCase("GMT")) {
            return ZoneOffset.UTC;
        }
        Matcher offset = OFFSET.matcher(text);
        if (!offset.matches()) {
            return null;
        }
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes);
    }

    private static @Nullable LocalTime timeOfDay(Matcher time) {
        try {
            String hours =
                    time.group(1) != null ? time.group(1) : time.group(5) != null ? time.group(5) : time.group(8);
            String minutes = time.group(1) != null ? time.group(2) : time.group(6);
            String seconds = time.group(1) != null ? time.group(3) : time.group(7);
            String half = time.group(9);
            int hour = Integer.parseInt(hours);
            if (half == null && minutes == null) {
                return null;
            }
            if (half != null) {
                if (hour < 1 || hour > 12) {
                    return null;
                }
                hour = hour % 12 + (half.equalsIgnoreCase("P") ? 12 : 0);
            }
            String fraction = time.group(4) == null ? "" : time.group(4);
            return LocalTime.of(
                    hour,
                    minutes == null ? 0 : Integer.parseInt(minutes),
                    seconds == null ? 0 : Integer.parseInt(seconds),
                    Integer.parseInt((fraction + "000000000").substring(0, 9)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A time that the clocks skip is none; one that they pass twice is read by the times before it. */
    private long instant(LocalDateTime local, @Nullable ZoneOffset offset) {
        if (offset != null) {
            return local.toInstant(offset).toEpochMilli();
        }
        carriesNoZone = true;
        if (zone instanceof ZoneOffset fixed) {
            return local.toInstant(fixed).toEpochMilli();
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return NONE;
        }
        long first = local.toInstant(offsets.get(0)).toEpochMilli();
        if (offsets.size() == 1 || last == NONE) {
            return first;
        }
        long second = local.toInstant(offsets.get(1)).toEpochMilli();
        return descends ? (last > second ? second : first) : (last >= first ? second : first);
    }
}
