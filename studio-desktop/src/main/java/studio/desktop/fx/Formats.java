package studio.desktop.fx;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/** Numbers, durations and times as the user's locale and zone write them. Thread-safe. */
public record Formats(Locale locale, ZoneId zone) {

    /** Those of this machine. */
    public static Formats system() {
        return new Formats(Locale.getDefault(Locale.Category.FORMAT), ZoneId.systemDefault());
    }

    /** With grouping and exactly that many decimals. */
    public String number(double value, int decimals) {
        return number(value, decimals, decimals);
    }

    /** With grouping and as many decimals as it has, between the two. */
    public String number(double value, int fewest, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        String text = format.format(value);
        // A tiny negative rounds to "-0.00", which reads like a loss.
        return text.equals("-" + format.format(0)) ? format.format(0) : text;
    }

    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A price: five significant figures, but never fewer than two decimals. */
    public String price(double value) {
        double size = Math.abs(value);
        int decimals = size == 0 ? 2 : (int) Math.max(2, Math.min(8, 4 - Math.floor(Math.log10(size))));
        return number(value, decimals);
    }

    /** {@code value} is already in percent: 12.3 gives "12.3 %". */
    public String percent(double value, int decimals) {
        return number(value, decimals) + " %";
    }

    /** "850 ms", "12 s", "3 min 20 s", "2 h 5 min", "3 d 4 h". */
    public String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.isNegative()) {
            return duration(Duration.ZERO);
        }
        if (duration.toMillis() < 1000) {
            return Texts.get("format.millis", duration.toMillis());
        }
        if (seconds < 60) {
            return Texts.get("format.seconds", seconds);
        }
        if (seconds < 3600) {
            return pair("format.minutes", seconds / 60, "format.seconds", seconds % 60);
        }
        if (seconds < 86_400) {
            return pair("format.hours", seconds / 3600, "format.minutes", seconds % 3600 / 60);
        }
        return pair("format.days", count(seconds / 86_400), "format.hours", seconds % 86_400 / 3600);
    }

    private static String pair(String bigKey, Object big, String smallKey, long small) {
        return small == 0 ? Texts.get(bigKey, big) : Texts.get(bigKey, big) + " " + Texts.get(smallKey, small);
    }

    /** "12 MB"; 1 MB is 1,000,000 bytes. */
    public String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < 4) {
            size /= 1000;
            unit++;
        }
        return Texts.get("format.bytes." + unit, number(size, 0, size < 10 && unit > 0 ? 1 : 0));
    }

    /** Date and time in the local zone. */
    public String dateTime(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }

    /**
     * When a candle opens: in the local zone, or by the clock of a series that has a zone of its own, where a day or a week
     * is told by the date that it belongs to.
     */
    public String opened(SeriesClock clock, Instant time) {
        if (clock.zone() instanceof ZoneOffset) {
            return dateTime(time);
        }
        if (clock.timeframe().millis() >= Timeframe.D1.millis()) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(LocalDate.ofEpochDay(clock.dayOf(time.toEpochMilli())));
        }
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(clock.zone())
                        .format(time)
                + " " + clock.zone().getId();
    }

    public String date(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }

    /** Time of day with seconds in the local zone. */
    public String time(Instant time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(time);
    }

    /** For a tooltip: a span of time in UTC. */
    public String utc(Instant from, Instant to) {
        return utc(from) + " – " + utc(to);
    }

    /** For a tooltip: the same time in UTC. */
    public String utc(Instant time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}
