package studio.engine.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/**
 * Knows when the market of a series trades, and so which of its candles should be there. Immutable.
 *
 * <p>A candle is expected where its time overlaps a session, so that the hour from 09:00 counts for the half hour that is
 * traded in it. Sessions of US shares are those of the New York Stock Exchange, with its holidays and early closings. A
 * trading day of foreign exchange lasts from 17:00 New York time of the date before to 17:00, Monday to Friday without 25
 * December and 1 January.
 */
public final class TradingCalendar {
    /** So many weekdays in a row may be holidays of an exchange that we do not know: Japan's new year has four. */
    private static final int MOST_HOLIDAYS = 4;

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int NEW_YORK_OPEN = 9 * 60 + 30;
    private static final int NEW_YORK_CLOSE = 16 * 60;
    private static final int NEW_YORK_EARLY_CLOSE = 13 * 60;
    /** Extended hours end early too on such days. */
    private static final int NEW_YORK_EARLY_END = 17 * 60;

    private static final int CURRENCY_DAY_TURNS = 17 * 60;

    private final SeriesClock clock;
    private final boolean always;

    private TradingCalendar(SeriesClock clock) {
        this.clock = clock;
        this.always = clock.timeframe() == Timeframe.W1
                || clock.calendar() == MarketCalendar.ALWAYS
                        && (clock.sessionMinutes() == SeriesClock.WHOLE_DAY || isDaily(clock));
    }

    /** The hours of the market of a series with that clock. */
    public static TradingCalendar of(SeriesClock clock) {
        return new TradingCalendar(clock);
    }

    /** The clock whose candles are expected. */
    public SeriesClock clock() {
        return clock;
    }

    /**
     * How many candles should be there strictly between two open times.
     *
     * @param after open time of a candle, epoch milliseconds UTC
     * @param before open time of a later one
     */
    public long expectedBetween(long after, long before) {
        if (always) {
            return clock.slotsBetween(after, before);
        }
        long firstDay = clock.dayOf(after) + 1;
        long lastDay = clock.dayOf(before) - 1;
        boolean holidays =
                clock.calendar() == MarketCalendar.WEEKDAYS && tradingDays(firstDay, lastDay) <= MOST_HOLIDAYS;
        if (isDaily(clock)) {
            return holidays ? 0 : tradingDays(firstDay, lastDay);
        }
        long expected = 0;
        long next = clock.next(after);
        for (long day = firstDay - 2; day <= lastDay + 2 && next < before; day++) {
            boolean between = day >= firstDay && day <= lastDay;
            if (isTradingDay(day) && !(between && holidays)) {
                long first = Math.max(next, clock.floor(opens(day)));
                long end = Math.min(before, closes(day));
                long count = candles(first, end);
                expected += count;
                next = count == 0 ? next : after(first, count);
            }
        }
        return expected;
    }

    /** Whether the market trades at that time, epoch milliseconds. */
    public boolean isOpen(long millis) {
        if (clock.calendar() == MarketCalendar.ALWAYS && clock.sessionMinutes() == SeriesClock.WHOLE_DAY) {
            return true;
        }
        long around = clock.dayOf(millis);
        for (long day = around - 1; day <= around + 1; day++) {
            if (isTradingDay(day) && opens(day) <= millis && millis < closes(day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether that date, in days since 1970-01-01, is traded; of an exchange that we do not know, any weekday is. */
    public boolean isTradingDay(long epochDay) {
        if (clock.calendar() == MarketCalendar.ALWAYS) {
            return true;
        }
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        if (clock.calendar() == MarketCalendar.US_EQUITY) {
            return NyseHolidays.isTradingDay(date);
        }
        int monthDay = date.getMonthValue() * 100 + date.getDayOfMonth();
        boolean holiday = clock.calendar() == MarketCalendar.FX && (monthDay == 1225 || monthDay == 101);
        return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && !holiday;
    }

    private long tradingDays(long first, long last) {
        long days = 0;
        for (long day = first; day <= last; day++) {
            days += isTradingDay(day) ? 1 : 0;
        }
        return days;
    }

    private long opens(long day) {
        if (clock.sessionMinutes() < SeriesClock.WHOLE_DAY) {
            return clock.dayOpen(day);
        }
        return switch (clock.calendar()) {
            case US_EQUITY -> newYork(day, NEW_YORK_OPEN);
            case FX -> newYork(day - 1, CURRENCY_DAY_TURNS);
            case ALWAYS, WEEKDAYS -> clock.dayStart(day);
        };
    }

    private long closes(long day) {
        boolean early =
                clock.calendar() == MarketCalendar.US_EQUITY && NyseHolidays.closesEarly(LocalDate.ofEpochDay(day));
        if (clock.sessionMinutes() < SeriesClock.WHOLE_DAY) {
            long close = clock.dayOpen(day) + clock.sessionMinutes() * 60_000L;
            boolean extended = close > newYork(day, NEW_YORK_CLOSE + 60);
            return early ? Math.min(close, newYork(day, extended ? NEW_YORK_EARLY_END : NEW_YORK_EARLY_CLOSE)) : close;
        }
        return switch (clock.calendar()) {
            case US_EQUITY -> newYork(day, early ? NEW_YORK_EARLY_CLOSE : NEW_YORK_CLOSE);
            case FX -> newYork(day, CURRENCY_DAY_TURNS);
            case ALWAYS, WEEKDAYS -> clock.dayStart(day + 1);
        };
    }

    /** Open times from the first one, which lies on the grid, to before the end. */
    private long candles(long first, long end) {
        if (end <= first) {
            return 0;
        }
        long count = 0;
        if (clock.timeframe().millis() <= Timeframe.H1.millis()) {
            return (end - first + clock.timeframe().millis() - 1)
                    / clock.timeframe().millis();
        }
        for (long open = first; open < end; open = clock.next(open)) {
            count++;
        }
        return count;
    }

    private long after(long first, long count) {
        if (clock.timeframe().millis() <= Timeframe.H1.millis()) {
            return first + count * clock.timeframe().millis();
        }
        long open = first;
        for (long i = 0; i < count; i++) {
            open = clock.next(open);
        }
        return open;
    }

    private static boolean isDaily(SeriesClock clock) {
        return clock.timeframe() == Timeframe.D1;
    }

    private static long newYork(long day, int minute) {
        return LocalDate.ofEpochDay(day)
                .atTime(minute / 60, minute % 60)
                .atZone(NEW_YORK)
                .toInstant()
                .toEpochMilli();
    }
}
