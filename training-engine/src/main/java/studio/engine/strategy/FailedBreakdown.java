package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/**
 * Wyckoff's spring: price falls out of a trading range on little volume, finds no sellers and comes back on much (Wyckoff's
 * method as taught by Pruden, The Three Skills of Top Trading, 2007; the scores are ours). Long only.
 *
 * <p><b>Range.</b> The {@code range_lookback_periods} bars before a bar. Its support is their lowest low; its height, highest
 * high less support, is at most {@code range_tightness_threshold} of the support.
 *
 * <p><b>Breakdown.</b> A bar with a low below the support of such a range, whose accumulation score is at least
 * {@code accumulation_score_minimum}. It fixes support, the range's mean volume and its largest volume (Wyckoff's selling climax)
 * until the spring ends: by its signal, or {@code spring_max_duration} bars later. What breaks down meanwhile belongs to the same
 * spring.
 *
 * <p><b>Signal.</b> A later bar of the spring that closes above the support on at least {@code recovery_volume_threshold} × the
 * mean volume, at most {@code recovery_speed} bars after the spring's lowest low, when that low was at or below support ×
 * (1 − {@code breakdown_depth}) and the bars from the breakdown to it had at most {@code breakdown_volume_threshold} × the largest
 * volume on average.
 *
 * <p><b>Accumulation score</b>, 0 to 1, the mean of four shares that are each about one half where nobody accumulates:
 *
 * <ul>
 *   <li>volume of bars that closed above their open, bars that closed on it counting half (on-balance volume as a share), from
 *       0 at a quarter of the volume to 1 at three quarters;
 *   <li>where the closes lie between low and high, weighted by volume, a bar without height counting one half
 *       (Chaikin's accumulation as a share), stretched in the same way;
 *   <li>volume of the range's first half over that of both halves of equal length: more than one half when selling dries up;
 *   <li>age of the lowest low over the range's length: 1 when it was the first bar and has held since.
 * </ul>
 *
 * <p>A range without volume has no score and no spring.
 */
final class FailedBreakdown implements Strategy {
    private static final int LONGEST_RANGE = 100;

    static final ParameterInfo RANGE = Parameters.listed(
            "range_lookback_periods", 40, "candles", "Candles that make the range.", 20, 30, 40, 50, 60, 80, 100);
    static final ParameterInfo TIGHTNESS = Parameters.real(
            "range_tightness_threshold", 0.05, 0.25, 0.10, "fraction of price", "Height of the range, at most.");
    static final ParameterInfo DEPTH = Parameters.real(
            "breakdown_depth", 0.001, 0.015, 0.001, "fraction of price", "How far below support price goes, at least.");
    static final ParameterInfo BREAKDOWN_VOLUME = Parameters.real(
            "breakdown_volume_threshold",
            0.2,
            0.9,
            0.6,
            "× largest volume of the range",
            "Volume while it falls, at most, on average: weak.");
    static final ParameterInfo DURATION = Parameters.integer(
            "spring_max_duration", 10, 30, 20, "candles", "From the breakdown to the recovery, at most.");
    static final ParameterInfo RECOVERY_VOLUME = Parameters.real(
            "recovery_volume_threshold",
            1.0,
            3.5,
            1.2,
            "× mean volume of the range",
            "Volume of the candle that closes above support again, at least: strong.");
    static final ParameterInfo SPEED =
            Parameters.integer("recovery_speed", 5, 25, 10, "candles", "From the lowest low to the recovery, at most.");
    static final ParameterInfo SCORE = Parameters.real(
            "accumulation_score_minimum",
            0.2,
            0.7,
            0.4,
            "0 to 1",
            "How much the range looks like accumulation; one half is neutral.");

    @Override
    public String name() {
        return "FAILED_BREAKDOWN";
    }

    @Override
    public String title() {
        return "Failed breakdown";
    }

    @Override
    public String description() {
        return "Wyckoff's spring: price falls out of a range in which somebody accumulates, on little volume, and comes"
                + " back above support in time, on much.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(
                RANGE,
                TIGHTNESS,
                DEPTH,
                BREAKDOWN_VOLUME,
                DURATION,
                RECOVERY_VOLUME,
                SPEED,
                SCORE,
                Parameters.STOP,
                Parameters.RISK_REWARD,
                Parameters.MAX_HOLDING);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return Math.max(parameters.integer(RANGE.name()), IndicatorCache.WILDER_PERIOD);
    }

    @Override
    public int minCandles() {
        return 3 * LONGEST_RANGE;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return new FailedBreakdownSignals(data, parameters, warmUp(parameters));
    }
}
