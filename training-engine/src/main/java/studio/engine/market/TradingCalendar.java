package studio.engine.market;

import studio.model.market.MarketCalendar;
import studio.model.market.Timeframe;

/** Knows when a market trades. Implementations are immutable. */
public sealed interface TradingCalendar permits AlwaysOpen, UsEquitySessions, FxWeek {

    /**
     * How many candles should be there strictly between two open times.
     *
     * @param after open time of a candle, epoch milliseconds UTC
     * @param before open time of a later one
     */
    long expectedBetween(long after, long before, Timeframe timeframe);

    /** The calendar of that name. */
    static TradingCalendar of(MarketCalendar calendar) {
        return switch (calendar) {
            case ALWAYS -> new AlwaysOpen();
            case US_EQUITY -> new UsEquitySessions();
            case FX -> new FxWeek();
        };
    }

    /** Places of the timeframe's grid strictly between two open times, traded or not. */
    static long slotsBetween(long after, long before, Timeframe timeframe) {
        return Math.max(0, (before - after) / timeframe.millis() - 1);
    }
}
