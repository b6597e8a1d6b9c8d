package studio.engine.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import studio.model.market.Timeframe;

/**
 * The week of foreign exchange: from Sunday 17:00 to Friday 17:00 New York time, without the trading days of 25 December
 * and 1 January. The trading day of a date begins at 17:00 of the date before. Daily candles are expected from Monday to
 * Friday; some providers add a short one on Sundays.
 */
record FxWeek() implements TradingCalendar {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int DAY_TURNS_AT = 17;
    private static final long HOUR = 3_600_000L;

    @Override
    public long expectedBetween(long after, long before, Timeframe timeframe) {
        if (timeframe == Timeframe.W1) {
            return TradingCalendar.slotsBetween(after, before, timeframe);
        }
        long step = timeframe.millis();
        // Trading days turn on the hour, so that all candles of one hour are traded or none is.
        long stride = Math.max(step, HOUR);
        long expected = 0;
        for (long slot = after + step; slot < before; ) {
            long next = Math.min(before, Math.floorDiv(slot, stride) * stride + stride);
            if (isTraded(slot, timeframe)) {
                expected += (next - slot + step - 1) / step;
            }
            slot = next;
        }
        return expected;
    }

    private static boolean isTraded(long slot, Timeframe timeframe) {
        if (timeframe == Timeframe.D1) {
            return isOpen(Instant.ofEpochMilli(slot).atZone(ZoneOffset.UTC));
        }
        for (long hour = slot; hour < slot + timeframe.millis(); hour += HOUR) {
            if (isOpen(Instant.ofEpochMilli(hour).atZone(NEW_YORK).plusHours(24 - DAY_TURNS_AT))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the trading day of that date is one. */
    private static boolean isOpen(ZonedDateTime tradingDay) {
        boolean weekday = tradingDay.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
        int date = tradingDay.getMonthValue() * 100 + tradingDay.getDayOfMonth();
        return weekday && date != 1225 && date != 101;
    }
}
