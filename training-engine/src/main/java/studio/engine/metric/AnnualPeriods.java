package studio.engine.metric;

import java.time.Duration;
import studio.model.market.MarketCalendar;
import studio.model.market.Timeframe;

/**
 * How many returns a year has, for annualizing.
 *
 * @param tradingDays days a year on which the market trades: 365 for crypto, 252 for shares, 261 or 313 for foreign exchange
 */
public record AnnualPeriods(int tradingDays) {
    public static final AnnualPeriods CRYPTO = new AnnualPeriods(365);
    public static final AnnualPeriods SHARES = new AnnualPeriods(252);
    private static final AnnualPeriods FX_DAILY = new AnnualPeriods(261);
    private static final AnnualPeriods FX_INTRADAY = new AnnualPeriods(313);

    /**
     * By the calendar of the series' market. Foreign exchange trades on five days a week, but intraday candles fall on six
     * UTC days, since the week opens on Sunday evening; returns are counted by UTC day.
     */
    public static AnnualPeriods of(MarketCalendar calendar, Timeframe timeframe) {
        return switch (calendar) {
            case ALWAYS -> CRYPTO;
            case US_EQUITY -> SHARES;
            case FX -> timeframe.millis() < Timeframe.D1.millis() ? FX_INTRADAY : FX_DAILY;
        };
    }

    /** Returns a year: one a trading day for candles of up to a day, else one a candle. */
    public double perYear(Timeframe timeframe) {
        Duration candle = timeframe.duration();
        return candle.compareTo(Duration.ofDays(1)) <= 0 ? tradingDays : 365.0 / candle.toDays();
    }
}
