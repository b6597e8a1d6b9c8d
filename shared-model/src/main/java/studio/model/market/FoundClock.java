package studio.model.market;

import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A series' clock with what it rests on.
 *
 * @param basis where its calendar comes from
 * @param daysWithoutTrade days between the first and the last candle looked at that the calendar has and the candles have
 *     not; null where they were not counted
 * @param text all of it in a sentence of English
 */
public record FoundClock(
        SeriesClock clock, ClockBasis basis, @Nullable Long daysWithoutTrade, String text) {

    /** The clock, and the sentence for it. */
    public static FoundClock of(SeriesClock clock, ClockBasis basis, @Nullable Long daysWithoutTrade) {
        String days = daysWithoutTrade == null || daysWithoutTrade == 0
                ? ""
                : ", " + daysWithoutTrade + (daysWithoutTrade == 1 ? " trading day" : " trading days")
                        + " without a candle";
        return new FoundClock(clock, basis, daysWithoutTrade, describe(clock) + " (" + basis(basis) + ")" + days + ".");
    }

    /** When candles open and on how many days, in English without a full stop. */
    public static String describe(SeriesClock clock) {
        return grid(clock) + "; " + sessions(clock) + ", " + clock.daysPerYear() + " days a year";
    }

    /** When candles open. */
    private static String grid(SeriesClock c) {
        String at = time(c.dayTurns() + c.firstOpen()) + " " + zone(c);
        if (c.timeframe() == Timeframe.W1) {
            return "Weeks open on " + c.weekBegins().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " at " + at;
        }
        return c.timeframe() == Timeframe.D1
                ? "Days open at " + at
                : "Candles open every " + c.timeframe().wireName() + " from " + at;
    }

    private static String sessions(SeriesClock c) {
        boolean whole = c.sessionMinutes() == SeriesClock.WHOLE_DAY;
        String hours = whole
                ? ""
                : " " + time(c.dayTurns() + c.firstOpen()) + " to "
                        + time(c.dayTurns() + c.firstOpen() + c.sessionMinutes());
        return switch (c.calendar()) {
            case ALWAYS -> whole ? "24/7" : "every day" + hours;
            case US_EQUITY -> "US equities, days of the New York Stock Exchange" + (whole ? ", regular hours" : hours);
            case FX -> "foreign exchange, Sunday 17:00 to Friday 17:00 New York" + hours;
            case WEEKDAYS -> "Monday to Friday" + hours;
        };
    }

    private static String basis(ClockBasis basis) {
        return switch (basis) {
            case OPTION -> "chosen";
            case NAME -> "by the exchange's name";
            case TIMES -> "found from the times";
            case ASSUMED -> "assumed, the times do not say";
        };
    }

    private static String zone(SeriesClock c) {
        return c.zone().equals(ZoneOffset.UTC) ? "UTC" : c.zone().getId();
    }

    private static String time(int minutes) {
        int minute = minutes % SeriesClock.WHOLE_DAY;
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
