package studio.model.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The times at which a series' candles open, and the days and weeks that they belong to. Immutable.
 *
 * <p>A trading day begins when the zone's clocks show {@code dayTurns}. One that begins at noon or later carries the date
 * of the day after: the currency day that begins on Sunday at 17:00 in New York is Monday's. Summer time moves the open
 * times with the zone, so that a day may have 23 or 25 hours.
 *
 * @param timeframe length of a candle
 * @param zone the zone whose wall clock the open times follow; {@link ZoneOffset#UTC} for most exchanges of crypto
 * @param dayTurns minute of the zone's day at which a trading day begins, 0..1439
 * @param firstOpen minutes from there to the first open of a day, 0..1439; the other candles follow in steps of the
 *     timeframe, and candles before it lie on the same grid
 * @param sessionMinutes from the first open to the close of the session, 1..1440; 1440 when the calendar alone decides
 * @param weekBegins date on which a week begins
 * @param calendar which days are traded
 * @param daysPerYear trading days of a year, for annualizing; 1..366
 */
public record SeriesClock(
        Timeframe timeframe,
        ZoneId zone,
        int dayTurns,
        int firstOpen,
        int sessionMinutes,
        DayOfWeek weekBegins,
        MarketCalendar calendar,
        int daysPerYear) {

    /** Minutes of a whole day. */
    public static final int WHOLE_DAY = 1440;

    private static final long MINUTE = 60_000L;
    private static final long DAY = WHOLE_DAY * MINUTE;
    private static final long HOUR = 60 * MINUTE;
    /** The epoch was a Thursday. */
    private static final long THURSDAY = DayOfWeek.THURSDAY.getValue();

    /**
     * @throws IllegalArgumentException when a number is out of its range
     */
    public SeriesClock {
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(weekBegins, "weekBegins");
        Objects.requireNonNull(calendar, "calendar");
        zone = zone.normalized();
        within("dayTurns", dayTurns, 0, WHOLE_DAY - 1);
        within("firstOpen", firstOpen, 0, WHOLE_DAY - 1);
        within("sessionMinutes", sessionMinutes, 1, WHOLE_DAY);
        within("daysPerYear", daysPerYear, 1, 366);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed is " + least + " to " + most);
        }
    }

    /** Multiples of the timeframe since midnight UTC, weeks from Monday, traded around the clock on every day. */
    public static SeriesClock utc(Timeframe timeframe) {
        return utc(timeframe, MarketCalendar.ALWAYS);
    }

    /** The same grid, traded by a calendar; what every series had before series had clocks. */
    public static SeriesClock utc(Timeframe timeframe, MarketCalendar calendar) {
        return new SeriesClock(
                timeframe, ZoneOffset.UTC, 0, 0, WHOLE_DAY, DayOfWeek.MONDAY, calendar, calendar.daysPerYear());
    }

    /** Whether a candle of this series can open at that time, epoch milliseconds. */
    public boolean isOnGrid(long millis) {
        return floor(millis) == millis;
    }

    /** Open time of the candle that a time falls into; epoch milliseconds, as all times here. */
    public long floor(long millis) {
        long length = timeframe.millis();
        if (length >= DAY) {
            long day = dayOf(millis);
            long open = dayOpen(slotDay(day));
            return open <= millis ? open : dayOpen(slotDay(day - 1));
        }
        if (keepsItsLength()) {
            return millis - Math.floorMod(millis + offset(millis) - anchor(), length);
        }
        // Where clocks change the wall clock shows an open time twice or never.
        long slot = slot(millis);
        long open = slotOpen(slot + 1);
        while (open > millis) {
            open = slotOpen(--slot + 1);
        }
        return open;
    }

    /** Open time of the candle after the one that opens then; also the end of that one. */
    public long next(long open) {
        long length = timeframe.millis();
        if (keepsItsLength()) {
            return open + length;
        }
        if (length >= DAY) {
            return dayOpen(dayOf(open) + length / DAY);
        }
        long slot = slot(open);
        long next = slotOpen(slot);
        while (next <= open) {
            next = slotOpen(++slot);
        }
        return next;
    }

    /** Open times strictly between two, traded or not. */
    public long slotsBetween(long after, long before) {
        long length = timeframe.millis();
        if (keepsItsLength()) {
            return Math.max(0, (before - after) / length - 1);
        }
        long slots = length < DAY ? slot(before) - slot(after) : (dayOf(before) - dayOf(after)) * DAY / length;
        return Math.max(0, slots - 1);
    }

    /** Whether summer time leaves candles as long as they are: it moves those of up to an hour by whole ones. */
    private boolean keepsItsLength() {
        return zone instanceof ZoneOffset || timeframe.millis() <= HOUR;
    }

    /** Number of the candle, of less than a day, by the wall clock. */
    private long slot(long millis) {
        return Math.floorDiv(millis + offset(millis) - anchor(), timeframe.millis());
    }

    private long slotOpen(long slot) {
        return instant(slot * timeframe.millis() + anchor());
    }

    /** The date of the trading day that a time belongs to, in days since 1970-01-01. */
    public long dayOf(long millis) {
        long day = Math.floorDiv(millis + offset(millis) - dayTurns * MINUTE, DAY);
        return turnsTheDayBefore() ? day + 1 : day;
    }

    /** The time at which the trading day of that date begins. */
    public long dayStart(long epochDay) {
        return instant((turnsTheDayBefore() ? epochDay - 1 : epochDay) * DAY + dayTurns * MINUTE);
    }

    /** Open time of that date's first candle. */
    public long dayOpen(long epochDay) {
        return instant((turnsTheDayBefore() ? epochDay - 1 : epochDay) * DAY + anchor());
    }

    /** The date on which the week of a date begins; both in days since 1970-01-01. */
    public long weekOf(long epochDay) {
        return epochDay - Math.floorMod(epochDay + THURSDAY - weekBegins.getValue(), 7L);
    }

    /**
     * So many days later by the zone's wall clock; parts of a day are parts of 24 hours.
     *
     * @param days 0 or more
     */
    public long plusDays(long millis, double days) {
        if (zone instanceof ZoneOffset) {
            return millis + Math.round(days * DAY);
        }
        long whole = (long) days;
        return instant(millis + offset(millis) + whole * DAY) + Math.round((days - whole) * DAY);
    }

    /** Days by the zone's wall clock from one time to a later one. */
    public double daysBetween(long from, long to) {
        return (to - from + (zone instanceof ZoneOffset ? 0 : offset(to) - offset(from))) / (double) DAY;
    }

    /**
     * Where windows of whole days begin: at the first candle, or in a zone of its own at the beginning of that candle's
     * trading day, so that no border divides a session.
     */
    public long windowsFrom(long firstOpen) {
        return zone instanceof ZoneOffset ? firstOpen : dayStart(dayOf(firstOpen));
    }

    /** The same days and weeks in candles of another length, from the same first open. */
    public SeriesClock in(Timeframe other) {
        // Candles of a day or a week open when the day does: they are what the whole day was, not its session.
        int open = other.millis() >= DAY ? 0 : firstOpen;
        int session = other.millis() >= DAY ? WHOLE_DAY : sessionMinutes;
        return new SeriesClock(other, zone, dayTurns, open, session, weekBegins, calendar, daysPerYear);
    }

    /** The same open times, traded by another calendar. */
    public SeriesClock tradedBy(MarketCalendar other) {
        return new SeriesClock(
                timeframe, zone, dayTurns, firstOpen, sessionMinutes, weekBegins, other, other.daysPerYear());
    }

    /** Whether both clocks have the same open times, whatever their calendars say. */
    public boolean hasGridOf(SeriesClock other) {
        return timeframe == other.timeframe
                && zone.equals(other.zone)
                && Math.floorMod(anchor() - other.anchor(), Math.min(DAY, timeframe.millis())) == 0
                && (timeframe.millis() < DAY || dayTurns == other.dayTurns)
                && (timeframe != Timeframe.W1 || weekBegins == other.weekBegins);
    }

    private long slotDay(long day) {
        return timeframe == Timeframe.W1 ? weekOf(day) : day;
    }

    private boolean turnsTheDayBefore() {
        return dayTurns >= WHOLE_DAY / 2;
    }

    /** Wall-clock time of the first open, in milliseconds since midnight; past 24 hours on the day after. */
    private long anchor() {
        return (dayTurns + firstOpen) * MINUTE;
    }

    /** Milliseconds by which the zone is ahead of UTC. */
    private long offset(long millis) {
        ZoneOffset fixed = zone instanceof ZoneOffset o ? o : zone.getRules().getOffset(Instant.ofEpochMilli(millis));
        return fixed.getTotalSeconds() * 1000L;
    }

    /** The time at which the zone's wall clock shows that; an hour that is skipped is passed over as a whole. */
    private long instant(long local) {
        if (zone instanceof ZoneOffset) {
            return local - offset(0);
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(local, DAY));
        return date.atStartOfDay()
                .plusNanos(Math.floorMod(local, DAY) * 1_000_000L)
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }
}
