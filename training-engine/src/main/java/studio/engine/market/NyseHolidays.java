package studio.engine.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Days on which the New York Stock Exchange is closed, and those on which it closes at 13:00, from 1990 on: the rules of
 * NYSE Rule 7.2 and the special closings since then.
 */
final class NyseHolidays {
    /** Mourning, attacks, storms. */
    private static final Set<LocalDate> SPECIAL_CLOSINGS = Set.of(
            LocalDate.of(1994, 4, 27),
            LocalDate.of(2001, 9, 11),
            LocalDate.of(2001, 9, 12),
            LocalDate.of(2001, 9, 13),
            LocalDate.of(2001, 9, 14),
            LocalDate.of(2004, 6, 11),
            LocalDate.of(2007, 1, 2),
            LocalDate.of(2012, 10, 29),
            LocalDate.of(2012, 10, 30),
            LocalDate.of(2018, 12, 5),
            LocalDate.of(2025, 1, 9));

    private static final Set<LocalDate> SPECIAL_EARLY_CLOSINGS =
            Set.of(LocalDate.of(1999, 12, 31), LocalDate.of(2003, 12, 26));

    private static final int MARTIN_LUTHER_KING_SINCE = 1998;
    private static final int JUNETEENTH_SINCE = 2022;

    private NyseHolidays() {}

    static boolean isTradingDay(LocalDate day) {
        return !isWeekend(day) && !isHoliday(day) && !SPECIAL_CLOSINGS.contains(day);
    }

    /** True when the session of a trading day ends at 13:00 New York time. */
    static boolean closesEarly(LocalDate day) {
        boolean beforeIndependenceDay = day.getMonth() == Month.JULY
                && day.getDayOfMonth() == 3
                && day.getDayOfWeek().getValue() <= DayOfWeek.THURSDAY.getValue();
        boolean christmasEve = day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 24;
        return beforeIndependenceDay
                || christmasEve
                || day.equals(nth(day.getYear(), Month.NOVEMBER, DayOfWeek.THURSDAY, 4)
                        .plusDays(1))
                || SPECIAL_EARLY_CLOSINGS.contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        return switch (day.getMonth()) {
            // A New Year's Day on a Saturday is not made up for: the Friday before ends the business year.
            case JANUARY ->
                isNewYear(day)
                        || year >= MARTIN_LUTHER_KING_SINCE
                                && day.equals(nth(year, Month.JANUARY, DayOfWeek.MONDAY, 3));
            case FEBRUARY -> day.equals(nth(year, Month.FEBRUARY, DayOfWeek.MONDAY, 3));
            case MARCH, APRIL -> day.equals(easter(year).minusDays(2));
            case MAY ->
                day.equals(LocalDate.of(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case JUNE -> year >= JUNETEENTH_SINCE && day.equals(observed(LocalDate.of(year, Month.JUNE, 19)));
            case JULY -> day.equals(observed(LocalDate.of(year, Month.JULY, 4)));
            case SEPTEMBER -> day.equals(nth(year, Month.SEPTEMBER, DayOfWeek.MONDAY, 1));
            case NOVEMBER -> day.equals(nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4));
            case DECEMBER -> day.equals(observed(LocalDate.of(year, Month.DECEMBER, 25)));
            default -> false;
        };
    }

    private static boolean isNewYear(LocalDate day) {
        return day.getDayOfMonth() == 1 || day.getDayOfMonth() == 2 && day.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    /** Holidays on a Saturday are kept on the Friday before, those on a Sunday on the Monday after. */
    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static LocalDate nth(int year, Month month, DayOfWeek weekday, int which) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    }

    /** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
