package studio.engine.market;

import studio.model.market.Timeframe;

/** A market that never closes. */
record AlwaysOpen() implements TradingCalendar {
    @Override
    public long expectedBetween(long after, long before, Timeframe timeframe) {
        return TradingCalendar.slotsBetween(after, before, timeframe);
    }
}
