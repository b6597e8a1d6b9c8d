package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/**
 * Price pierces a key level where stops rest, volume spikes, and price closes back beyond the level.
 *
 * <p>A swing high (low) is a high above (low below) the two on each side, known two bars later. Swing points of the last
 * {@code key_level_lookback} bars that lie within {@code min_distance_from_level} of each other form one level at their
 * mean; it counts from {@code min_level_touches} points on. Long: within the last {@code reversal_candles + 1} bars a low
 * at or below {@code level × (1 − pierce_depth)} with a volume spike, now a close above the level, and at least
 * {@code reversal_candles} bullish candles among those bars. Short mirrors it at resistance.
 */
final class LiquiditySweep implements Strategy {
    static final int VOLUME_PERIOD = 20;
    private static final int LONGEST_LOOKBACK = 200;

    static final ParameterInfo PIERCE_DEPTH = Parameters.real(
            "pierce_depth", 0.0005, 0.005, 0.0015, "fraction of price", "How far price must go beyond the level.");
    static final ParameterInfo VOLUME_SPIKE = Parameters.real(
            "volume_spike_threshold",
            1.5,
            5.0,
            2.5,
            "× 20-bar mean volume",
            "Volume of the piercing candle, at least.");
    static final ParameterInfo REVERSAL_CANDLES = Parameters.integer(
            "reversal_candles", 1, 5, 2, "candles", "Candles in the trade's direction that confirm the turn.");
    static final ParameterInfo LEVEL_DISTANCE = Parameters.real(
            "min_distance_from_level",
            0.0005,
            0.003,
            0.001,
            "fraction of price",
            "Swing points closer than this are one level.");
    static final ParameterInfo LOOKBACK = Parameters.listed(
            "key_level_lookback", 100, "candles", "How far back swing points are looked for.", 50, 100, 150, 200);
    static final ParameterInfo TOUCHES =
            Parameters.integer("min_level_touches", 2, 5, 2, "touches", "Swing points that make a level.");

    @Override
    public String name() {
        return "LIQUIDITY_SWEEP";
    }

    @Override
    public String title() {
        return "Liquidity sweep";
    }

    @Override
    public String description() {
        return "Price pierces a key level where stops rest, volume spikes, and price closes back beyond the level.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(
                PIERCE_DEPTH,
                VOLUME_SPIKE,
                REVERSAL_CANDLES,
                LEVEL_DISTANCE,
                Parameters.STOP,
                Parameters.RISK_REWARD,
                Parameters.MAX_HOLDING,
                LOOKBACK,
                TOUCHES);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return Math.max(parameters.integer(LOOKBACK.name()), VOLUME_PERIOD);
    }

    @Override
    public int minCandles() {
        return 2 * LONGEST_LOOKBACK;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return new LiquiditySweepSignals(data, parameters, warmUp(parameters));
    }
}
