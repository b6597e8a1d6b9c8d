package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/**
 * Buys when a panic of sellers has exhausted itself. Long only: a capitulation is one of sellers.
 *
 * <p><b>Climax.</b> A bar is a climax when all of this holds, with "before" meaning the {@code lookback_periods} bars before the
 * panic candles:
 *
 * <ul>
 *   <li>the last {@code consecutive_panic_candles} bars each closed below their open and below the close before;
 *   <li>the fastest of them closed at least {@code price_velocity_threshold} below the close before it;
 *   <li>the largest volume among them is at least {@code volume_explosion_threshold} × the mean volume before;
 *   <li>ATR14 is at least {@code atr_explosion_threshold} × its mean before.
 * </ul>
 *
 * <p><b>Signal.</b> Within the {@code rsi_divergence_lookback} bars that begin with the climax, the first bar for which, looking at
 * that many bars up to it:
 *
 * <ul>
 *   <li>extreme: the lowest RSI14 is at most {@code rsi_extreme_threshold};
 *   <li>divergence: the lowest low came after the lowest RSI, so price made a lower low while the RSI did not; it is the
 *       climax or after it;
 *   <li>exhaustion: from the lowest low on, some bar's lower wick is at least {@code exhaustion_wick_ratio} × its body;
 *   <li>recovery: the bar itself closes above its open, on at least {@code recovery_volume_threshold} × the mean volume
 *       before the panic.
 * </ul>
 *
 * <p>A climax gives one signal at most; a further climax starts anew.
 */
final class CapitulationReversal implements Strategy {
    private static final int LONGEST_LOOKBACK = 100;

    static final ParameterInfo VOLUME_EXPLOSION = Parameters.real(
            "volume_explosion_threshold",
            1.3,
            5.0,
            1.5,
            "× mean volume before",
            "Largest volume of the panic candles, at least.");
    static final ParameterInfo VELOCITY = Parameters.real(
            "price_velocity_threshold",
            0.006,
            0.03,
            0.006,
            "fraction of price per candle",
            "Fall of the fastest panic candle, at least.");
    static final ParameterInfo ATR_EXPLOSION = Parameters.real(
            "atr_explosion_threshold",
            1.3,
            2.5,
            1.3,
            "× mean ATR14 before",
            "ATR14 at the end of the panic, at least.");
    static final ParameterInfo WICK = Parameters.real(
            "exhaustion_wick_ratio",
            1.5,
            3.0,
            1.5,
            "× body",
            "Lower wick of a candle at or after the lowest low, at least.");
    static final ParameterInfo RSI_EXTREME = Parameters.listed(
            "rsi_extreme_threshold", 30, "RSI points", "Lowest RSI14 near the climax, at most.", 15, 20, 25, 30, 35);
    static final ParameterInfo DIVERGENCE = Parameters.listed(
            "rsi_divergence_lookback",
            20,
            "candles",
            "How long after the climax a signal may come, and where low and RSI are compared.",
            10,
            15,
            20);
    static final ParameterInfo PANIC_CANDLES = Parameters.integer(
            "consecutive_panic_candles", 2, 3, 2, "candles", "Falling candles in a row that make a panic.");
    static final ParameterInfo RECOVERY_VOLUME = Parameters.real(
            "recovery_volume_threshold",
            1.3,
            2.5,
            1.3,
            "× mean volume before",
            "Volume of the candle that turns up, at least.");
    static final ParameterInfo LOOKBACK = Parameters.listed(
            "lookback_periods", 50, "candles", "What is usual is measured on so many candles.", 50, 75, 100);

    @Override
    public String name() {
        return "CAPITULATION_REVERSAL";
    }

    @Override
    public String title() {
        return "Capitulation reversal";
    }

    @Override
    public String description() {
        return "Buys after a panic: falling candles on exploding volume and range, an extreme RSI that does not follow"
                + " the last low, a long lower wick, and a recovery on volume.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(
                VOLUME_EXPLOSION,
                VELOCITY,
                ATR_EXPLOSION,
                WICK,
                RSI_EXTREME,
                DIVERGENCE,
                PANIC_CANDLES,
                RECOVERY_VOLUME,
                Parameters.STOP,
                Parameters.RISK_REWARD,
                Parameters.MAX_HOLDING,
                LOOKBACK);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        int climax = parameters.integer(LOOKBACK.name()) + parameters.integer(PANIC_CANDLES.name());
        return IndicatorCache.WILDER_PERIOD + Math.max(climax, parameters.integer(DIVERGENCE.name()));
    }

    @Override
    public int minCandles() {
        return 3 * LONGEST_LOOKBACK;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return new CapitulationSignals(data, parameters, warmUp(parameters));
    }
}
