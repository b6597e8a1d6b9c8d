package studio.engine.strategy;

import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;

/**
 * The three exits that the built-in strategies share: a stop at a multiple of ATR14, a target at a multiple of the stop's
 * distance, a time limit. A strategy that extends this declares {@link Parameters#STOP}, {@link Parameters#RISK_REWARD}
 * and {@link Parameters#MAX_HOLDING}.
 */
public abstract class AtrExits implements Signals {
    private final double[] atr;
    private final double multiplier;
    private final double riskReward;
    private final int maxHoldingBars;

    /** Reads the three parameters; throws {@code IllegalArgumentException} when one is missing. */
    protected AtrExits(IndicatorCache data, ParameterSet parameters) {
        this.atr = data.atr(IndicatorCache.WILDER_PERIOD);
        this.multiplier = parameters.real(Parameters.STOP.name());
        this.riskReward = parameters.real(Parameters.RISK_REWARD.name());
        this.maxHoldingBars = parameters.integer(Parameters.MAX_HOLDING.name());
    }

    @Override
    public final double stopDistance(int bar) {
        return multiplier * atr[bar];
    }

    @Override
    public final double riskReward() {
        return riskReward;
    }

    @Override
    public final int maxHoldingBars() {
        return maxHoldingBars;
    }
}
