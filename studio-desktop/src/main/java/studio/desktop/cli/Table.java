package studio.desktop.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows below one another on standard output.
 *
 * @param format of a row, as {@link String#format} takes it, with the end of the line
 */
record Table(Console console, String format) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    void row(@Nullable Object... cells) {
        console.out().printf(Locale.ROOT, format, cells);
    }

    /** To the minute, in UTC. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    /** What is not known is a dash. */
    static Object percent(@Nullable Double percentage) {
        return percentage == null ? "–" : Math.round(percentage) + " %";
    }
}
