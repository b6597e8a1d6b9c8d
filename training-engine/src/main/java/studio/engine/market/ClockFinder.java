package studio.engine.market;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.market.ClockBasis;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/**
 * Finds the clock of a series from the times at which its candles open: grid, zone, hours of the session, days of the
 * week, holidays. Times off the grid do not change it while nine of ten lie on it.
 */
public final class ClockFinder {
    private static final long DAY = 86_400_000L;
    private static final double RARE = 0.1;
    private static final int FEWEST_HOLIDAYS = 3;
    /** Days from which a year's trading days can be told, and how many a year has without holidays. */
    private static final int HALF_A_YEAR = 180;

    private static final int YEAR_WITH_HOLIDAYS = 256;
    /** Minutes of a day from which a market with hours has no night. */
    private static final int ROUND_THE_CLOCK = 20 * 60;

    /** At which a day of currencies may turn where grids do not follow New York: 17:00 in Chicago, 22:00 and 21:00
     * in UTC, midnight in the zones of brokers. */
    private static final int[] TURNS = {17 * 60, 22 * 60, 21 * 60, 0};
    /** Of six days a week: those of the currencies and Sunday's evening. */
    private static final int CURRENCY_DAYS_IN_UTC = 313;

    private final long[] times;
    private final Timeframe timeframe;
    private final @Nullable MarketCalendar calendar;

    /**
     * What was found.
     *
     * @param basis where the calendar comes from
     */
    public record Found(SeriesClock clock, ClockBasis basis) {}

    private ClockFinder(long[] times, Timeframe timeframe, @Nullable MarketCalendar calendar) {
        this.times = times;
        this.timeframe = timeframe;
        this.calendar = calendar;
    }

    /**
     * The clock that the times speak for; where they say nothing, candles are multiples of the timeframe in UTC on every
     * day.
     *
     * @param times open times in epoch milliseconds, in any order
     * @param exchange its name may say the calendar
     * @param wanted the analyst's calendar; null leaves it to the exchange's name and the times
     */
    public static Found find(long[] times, Timeframe timeframe, String exchange, @Nullable MarketCalendar wanted) {
        Optional<MarketCalendar> named = MarketCalendar.named(exchange);
        MarketCalendar told = wanted != null ? wanted : named.orElse(null);
        SeriesClock clock = new ClockFinder(sorted(times), timeframe, told).clock();
        ClockBasis basis = wanted != null
                ? ClockBasis.OPTION
                : named.isPresent()
                        ? ClockBasis.NAME
                        : clock.calendar() == MarketCalendar.ALWAYS && !reachesOverAWeekend(times)
                                ? ClockBasis.ASSUMED
                                : ClockBasis.TIMES;
        return new Found(clock, basis);
    }

    /** What the times are apart when it is surely not the given timeframe; empty else. */
    public static Optional<OtherStep> otherStep(long[] times, Timeframe timeframe) {
        return TimeframeCheck.other(sorted(times), timeframe);
    }

    private static long[] sorted(long[] times) {
        return Arrays.stream(times).sorted().distinct().toArray();
    }

    private static boolean reachesOverAWeekend(long[] times) {
        long first = Arrays.stream(times).min().orElse(0);
        long last = Arrays.stream(times).max().orElse(0);
        return last - first >= 8 * DAY;
    }

    private SeriesClock clock() {
        GridFinder.Grid grid = new GridFinder(times, timeframe).find();
        if (timeframe.millis() >= DAY) {
            return daily(grid);
        }
        long[] onGrid = onGrid(grid);
        // Longer candles show by their grid which zone they follow; shorter ones lie on the full hour in most.
        List<ZoneId> zones = movesWithItsZone() ? List.of(grid.zone()) : KnownMarket.ZONES;
        SessionFinder.Session session = new SessionFinder(onGrid, timeframe).find(zones);
        boolean hours = !session.isWholeDay() && calendar != MarketCalendar.ALWAYS && calendar != MarketCalendar.FX;
        return hours ? withHours(session, onGrid) : aroundTheClock(grid, onGrid);
    }

    private boolean movesWithItsZone() {
        return timeframe.millis() > Timeframe.H1.millis();
    }

    private long[] onGrid(GridFinder.Grid grid) {
        SeriesClock bare = bare(grid);
        return Arrays.stream(times).filter(bare::isOnGrid).toArray();
    }

    private SeriesClock bare(GridFinder.Grid grid) {
        int anchor = (int) (grid.anchor() / 60_000L);
        return clock(grid.zone(), 0, anchor, SeriesClock.WHOLE_DAY, DayOfWeek.MONDAY, MarketCalendar.ALWAYS, 365);
    }

    private SeriesClock daily(GridFinder.Grid grid) {
        int minute = (int) (grid.anchor() % DAY / 60_000L);
        int turns = minute >= SeriesClock.WHOLE_DAY / 2 ? minute : 0;
        long[] dates = LocalTimes.dates(LocalTimes.of(times, grid.zone()), turns);
        DayOfWeek week = DayOfWeek.MONDAY.plus(grid.anchor() / DAY + (turns > 0 ? 1 : 0));
        MarketCalendar usual =
                timeframe == Timeframe.W1 ? MarketCalendar.ALWAYS : calendarOfDays(grid.zone(), minute, dates);
        MarketCalendar found = calendar == null ? usual : calendar;
        boolean sundays = found == MarketCalendar.FX && WeekShape.hasSundays(dates);
        int perYear = sundays
                ? CURRENCY_DAYS_IN_UTC
                : found == MarketCalendar.WEEKDAYS ? daysPerYear(dates, false) : found.daysPerYear();
        return clock(
                grid.zone(),
                turns,
                minute - turns,
                SeriesClock.WHOLE_DAY,
                timeframe == Timeframe.W1 ? week : DayOfWeek.MONDAY,
                found,
                perYear);
    }

    private MarketCalendar calendarOfDays(ZoneId zone, int minute, long[] dates) {
        boolean newYork = zone.equals(KnownMarket.NEW_YORK);
        boolean usual = newYork && (minute == 0 || minute == KnownMarket.US_OPEN);
        boolean currency = newYork && minute == KnownMarket.CURRENCY_TURN;
        if (!WeekShape.isFiveDays(dates, 1)) {
            return WeekShape.hasSundays(dates) ? MarketCalendar.FX : MarketCalendar.ALWAYS;
        }
        if (currency) {
            return MarketCalendar.FX;
        }
        return keepsNewYorkHolidays(dates, usual) ? MarketCalendar.US_EQUITY : MarketCalendar.WEEKDAYS;
    }

    /** By whether the days on which New York does not trade are left out; where there are too few of them, by the rest. */
    private static boolean keepsNewYorkHolidays(long[] dates, boolean likely) {
        long holidays = WeekShape.newYorkHolidays(dates);
        long traded = WeekShape.tradedOnNewYorkHolidays(dates);
        return holidays >= FEWEST_HOLIDAYS ? traded <= RARE * holidays : likely && traded == 0;
    }

    private SeriesClock aroundTheClock(GridFinder.Grid grid, long[] onGrid) {
        MarketCalendar found = calendar != null ? calendar : calendarAroundTheClock(onGrid);
        int anchor = (int) (grid.anchor() / 60_000L);
        boolean newYork = found == MarketCalendar.FX || found == MarketCalendar.US_EQUITY;
        if (newYork && (!movesWithItsZone() || grid.zone().equals(KnownMarket.NEW_YORK))) {
            int turns = found == MarketCalendar.FX ? KnownMarket.CURRENCY_TURN : 0;
            int open = Math.floorMod(anchor - turns, step());
            return aroundTheClock(KnownMarket.NEW_YORK, turns, open, found, found.daysPerYear());
        }
        if (found != MarketCalendar.FX) {
            return aroundTheClock(grid.zone(), 0, anchor, found, found.daysPerYear());
        }
        long[] local = LocalTimes.of(onGrid, grid.zone());
        for (int turns : TURNS) {
            if ((turns - anchor) % step() == 0 && WeekShape.isFiveDays(LocalTimes.dates(local, turns), 1)) {
                return aroundTheClock(grid.zone(), turns, 0, found, found.daysPerYear());
            }
        }
        // Some candle holds the turn of the currencies' day: they fall on six days a week.
        return aroundTheClock(grid.zone(), 0, anchor, found, CURRENCY_DAYS_IN_UTC);
    }

    private SeriesClock aroundTheClock(ZoneId zone, int turns, int open, MarketCalendar found, int perYear) {
        return clock(zone, turns, open, SeriesClock.WHOLE_DAY, DayOfWeek.MONDAY, found, perYear);
    }

    private MarketCalendar calendarAroundTheClock(long[] onGrid) {
        if (WeekShape.hasCurrencyWeekends(onGrid, timeframe.millis())) {
            return MarketCalendar.FX;
        }
        return WeekShape.isFiveDays(LocalTimes.dates(onGrid, 0), 2) ? MarketCalendar.WEEKDAYS : MarketCalendar.ALWAYS;
    }

    private SeriesClock withHours(SessionFinder.Session session, long[] onGrid) {
        boolean overnight = session.opens() + session.minutes() > SeriesClock.WHOLE_DAY;
        int turns = overnight ? session.opens() : 0;
        long[] dates = LocalTimes.dates(LocalTimes.of(onGrid, session.zone()), turns);
        MarketCalendar found = calendar != null ? calendar : calendarOfSession(session, dates);
        // The first and the last candle may reach over the ends of the session, of which the calendar knows more.
        boolean regular = found == MarketCalendar.US_EQUITY
                && session.minutes() < KnownMarket.US_CLOSE - KnownMarket.US_OPEN + 2 * step();
        int perYear = found == MarketCalendar.WEEKDAYS
                ? daysPerYear(dates, session.minutes() < ROUND_THE_CLOCK)
                : found.daysPerYear();
        return clock(
                session.zone(),
                turns,
                session.opens() - turns,
                regular ? SeriesClock.WHOLE_DAY : session.minutes(),
                DayOfWeek.MONDAY,
                found,
                perYear);
    }

    /** A week without a weekend in it tells nothing, but exchanges that close at night close at weekends too. */
    private static MarketCalendar calendarOfSession(SessionFinder.Session session, long[] dates) {
        if (WeekShape.weekends(dates) > 0 && !WeekShape.isFiveDays(dates, 1)) {
            return MarketCalendar.ALWAYS;
        }
        boolean newYork = session.zone().equals(KnownMarket.NEW_YORK);
        boolean holdsUsSession = newYork
                && session.opens() <= KnownMarket.US_OPEN
                && session.opens() + session.minutes() >= KnownMarket.US_CLOSE - 30;
        boolean mayHoldIt = session.zone().equals(ZoneOffset.UTC);
        return (holdsUsSession || mayHoldIt) && keepsNewYorkHolidays(dates, holdsUsSession)
                ? MarketCalendar.US_EQUITY
                : MarketCalendar.WEEKDAYS;
    }

    /** Of weekdays: 252 for a market with holidays, else 260; told by the days at hand where they are enough. */
    private static int daysPerYear(long[] dates, boolean hasHours) {
        long span = dates.length == 0 ? 0 : dates[dates.length - 1] - dates[0] + 1;
        boolean holidays = span >= HALF_A_YEAR ? dates.length * 365.25 / span < YEAR_WITH_HOLIDAYS : hasHours;
        return holidays ? MarketCalendar.US_EQUITY.daysPerYear() : MarketCalendar.WEEKDAYS.daysPerYear();
    }

    private int step() {
        return (int) (timeframe.millis() / 60_000L);
    }

    private SeriesClock clock(
            ZoneId zone, int turns, int open, int minutes, DayOfWeek week, MarketCalendar found, int perYear) {
        return new SeriesClock(timeframe, zone, turns, open, minutes, week, found, perYear);
    }
}
