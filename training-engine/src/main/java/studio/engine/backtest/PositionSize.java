package studio.engine.backtest;

import studio.engine.strategy.PositionRules;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Sizing;

/** How large the positions of one run are, by its {@link Sizing}s. */
final class PositionSize {
    private final PositionRules rules;
    private final double costsRisk;
    private final Sizing ofLong;
    private final Sizing ofShort;

    /** @param costsRisk the cost settings' risk per trade, a fraction */
    PositionSize(PositionRules rules, double costsRisk) {
        this.rules = rules;
        this.costsRisk = costsRisk;
        this.ofLong = rules.sizing(Signals.LONG);
        this.ofShort = rules.sizing(Signals.SHORT);
    }

    /**
     * The notional of an entry, at most what the equity pays for, its fee included; NaN when the size is not known.
     *
     * @param stopDistance NaN without a stop
     * @throws IllegalArgumentException when the size needs a stop and there is none
     */
    double notional(Account account, int signalBar, byte side, double fill, double stopDistance) {
        return Math.min(account.affordable(), wanted(account.cash(), signalBar, side, fill, stopDistance));
    }

    private double wanted(double equity, int signalBar, byte side, double fill, double stopDistance) {
        Sizing sizing = side > 0 ? ofLong : ofShort;
        if (sizing instanceof Sizing.EquityShare share) {
            return equity * share.fraction();
        }
        if (sizing instanceof Sizing.TargetVolatility target) {
            double volatility = rules.volatilityAt(signalBar);
            // A market that has not moved at all for a while is not traded, or its candles are not true.
            return volatility > 0 ? equity * target.annual() / volatility : Double.NaN;
        }
        if (Double.isNaN(stopDistance)) {
            throw new IllegalArgumentException(
                    "a size by risk needs a stop, but " + (side > 0 ? "long" : "short") + " positions have none");
        }
        double risk = sizing instanceof Sizing.RiskPerTrade own ? own.fraction() : costsRisk;
        return equity * risk * fill / stopDistance;
    }
}
