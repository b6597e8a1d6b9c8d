package studio.engine.metric;

import java.time.Duration;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/**
 * How many returns a year has, for annualizing.
 *
 * @param tradingDays days a year on which the market trades: 365 for crypto, 252 for shares, 260 for foreign exchange
 */
public record AnnualPeriods(int tradingDays) {
    public static final AnnualPeriods CRYPTO = new AnnualPeriods(365);
    public static final AnnualPeriods SHARES = new AnnualPeriods(252);

    /** By the trading days of the series' clock, which are also those that returns are counted by. */
    public static AnnualPeriods of(SeriesClock clock) {
        return new AnnualPeriods(clock.daysPerYear());
    }

    /** Returns a year: one a trading day for candles of up to a day, else one a candle. */
    public double perYear(Timeframe timeframe) {
        Duration candle = timeframe.duration();
        return candle.compareTo(Duration.ofDays(1)) <= 0 ? tradingDays : 365.0 / candle.toDays();
    }
}
