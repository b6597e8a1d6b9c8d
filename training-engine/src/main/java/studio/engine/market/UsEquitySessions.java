package studio.engine.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import studio.model.market.Timeframe;

/**
 * Regular sessions of the New York Stock Exchange. A candle is expected where its time overlaps a session, so that the
 * hour from 09:00 counts for the half hour that is traded in it. A session lies within one UTC day at any time of the
 * year; daily candles open at midnight UTC of the session's date.
 */
record UsEquitySessions() implements TradingCalendar {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    @Override
    public long expectedBetween(long after, long before, Timeframe timeframe) {
        if (timeframe == Timeframe.W1) {
            return TradingCalendar.slotsBetween(after, before, timeframe);
        }
        long step = timeframe.millis();
        LocalDate day = date(after);
        LocalDate last = date(before);
        long expected = 0;
        while (!day.isAfter(last)) {
            if (NyseHolidays.isTradingDay(day)) {
                long first = Math.floorDiv(millis(day, OPEN), step) * step;
                long end = millis(day, NyseHolidays.closesEarly(day) ? EARLY_CLOSE : CLOSE);
                expected += slots(Math.max(first, after + step), Math.min(end, before), step);
            }
            day = day.plusDays(1);
        }
        return expected;
    }

    /** Grid places from the first one, which lies on the grid, to before the end. */
    private static long slots(long first, long end, long step) {
        return end <= first ? 0 : (end - first + step - 1) / step;
    }

    private static LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static long millis(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(NEW_YORK).toInstant().toEpochMilli();
    }
}
