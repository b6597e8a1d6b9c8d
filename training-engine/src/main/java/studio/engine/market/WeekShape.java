package studio.engine.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** What dates and times tell about weekends and holidays. Dates are in days since 1970-01-01, ascending, each once. */
final class WeekShape {
    /** So few of the weekends' days may have candles in a market of five days. */
    private static final double RARE = 0.1;

    private static final double VERY_RARE = 0.01;
    private static final long DAY = 86_400_000L;

    private WeekShape() {}

    /**
     * Whether the market closes at weekends.
     *
     * @param weekends so many at least must be spanned, each of two days
     */
    static boolean isFiveDays(long[] dates, int weekends) {
        long spanned = weekends(dates);
        long traded = Arrays.stream(dates).filter(WeekShape::isWeekend).count();
        return spanned >= 2L * weekends && traded <= RARE * spanned;
    }

    /** Whether short candles of Sunday evenings stand among a market's days, as some brokers in UTC have them. */
    static boolean hasSundays(long[] dates) {
        long saturdays = Arrays.stream(dates)
                .filter(date -> isOn(date, DayOfWeek.SATURDAY))
                .count();
        long sundays = Arrays.stream(dates)
                .filter(date -> isOn(date, DayOfWeek.SUNDAY))
                .count();
        long spanned = weekends(dates) / 2;
        return spanned >= 2 && saturdays <= RARE * spanned && sundays >= (1 - RARE) * spanned;
    }

    private static boolean isOn(long date, DayOfWeek day) {
        return LocalDate.ofEpochDay(date).getDayOfWeek() == day;
    }

    /** Saturdays and Sundays between the first and the last date. */
    static long weekends(long[] dates) {
        long spanned = 0;
        if (dates.length > 0) {
            for (long date = dates[0]; date <= dates[dates.length - 1]; date++) {
                spanned += isWeekend(date) ? 1 : 0;
            }
        }
        return spanned;
    }

    /** Weekdays between the first and the last date on which the New York Stock Exchange was closed. */
    static long newYorkHolidays(long[] dates) {
        long holidays = 0;
        if (dates.length > 0) {
            for (long date = dates[0]; date <= dates[dates.length - 1]; date++) {
                holidays += isNewYorkHoliday(date) ? 1 : 0;
            }
        }
        return holidays;
    }

    /** Those of the dates that are such holidays. */
    static long tradedOnNewYorkHolidays(long[] dates) {
        return Arrays.stream(dates).filter(WeekShape::isNewYorkHoliday).count();
    }

    /** Whether times of candles around the clock leave out Friday 17:00 to Sunday 17:00 in New York, but not Sunday's evening. */
    static boolean hasCurrencyWeekends(long[] times, long step) {
        long closed = 0;
        long evenings = 0;
        for (long time : times) {
            ZonedDateTime shown = Instant.ofEpochMilli(time).atZone(KnownMarket.NEW_YORK);
            boolean sinceTurn = shown.getHour() >= KnownMarket.CURRENCY_TURN / 60;
            DayOfWeek day = shown.getDayOfWeek();
            boolean isSunday = day == DayOfWeek.SUNDAY;
            closed +=
                    day == DayOfWeek.SATURDAY || isSunday && !sinceTurn || day == DayOfWeek.FRIDAY && sinceTurn ? 1 : 0;
            evenings += isSunday && sinceTurn ? 1 : 0;
        }
        boolean spansTwo = times.length > 0 && times[times.length - 1] - times[0] >= 9 * DAY;
        return (spansTwo || leavesOutOne(times, step)) && evenings > 0 && closed <= VERY_RARE * times.length;
    }

    /** Whether a gap lasts just from the turn of a Friday to that of a Sunday, give or take a candle. */
    private static boolean leavesOutOne(long[] times, long step) {
        for (int i = 1; i < times.length; i++) {
            if (times[i] - times[i - 1] > DAY) {
                ZonedDateTime closes = Instant.ofEpochMilli(times[i - 1] + step).atZone(KnownMarket.NEW_YORK);
                ZonedDateTime turn = closes.toLocalDate()
                        .atTime(KnownMarket.CURRENCY_TURN / 60, 0)
                        .atZone(KnownMarket.NEW_YORK);
                long early = turn.toInstant().toEpochMilli() - times[i - 1] - step;
                long late = times[i] - turn.plusDays(2).toInstant().toEpochMilli();
                if (closes.getDayOfWeek() == DayOfWeek.FRIDAY && Math.abs(early) < step && Math.abs(late) < step) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWeekend(long date) {
        return LocalDate.ofEpochDay(date).getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static boolean isNewYorkHoliday(long date) {
        return !isWeekend(date) && !NyseHolidays.isTradingDay(LocalDate.ofEpochDay(date));
    }
}
