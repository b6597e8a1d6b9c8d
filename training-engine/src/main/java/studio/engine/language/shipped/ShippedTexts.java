package studio.engine.language.shipped;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in strategies that the language can say, as an analyst would have written them. They trade exactly as the built-in
 * classes of the same name, parameter for parameter, and are there to be read, copied and changed.
 */
public final class ShippedTexts {
    private static final String EXITS = """

            input atr_multiplier_sl = 1.5 in 1.0..3.0 unit "× ATR14" "Distance of the stop from the entry."
            input risk_reward_ratio = 2.0 in 1.5..4.0 unit "× stop" "Distance of the target, as a multiple of the stop's."
            input max_holding_periods = 50 in [30, 50, 75, 100, 150] unit "candles" "A position that met neither is closed then."
            """;

    private static final String PROTECTION = """

            # The same exits for all: a stop at a multiple of the usual range of a candle, a target at a multiple of that, a time limit.
            stop   atr_multiplier_sl * atr(14)
            target risk_reward_ratio * stop
            exit   after max_holding_periods bars
            """;

    private static final String CROSS = """
            strategy "Moving-average cross"
            "Follows a trend: long when a fast moving average crosses above a slow one, short when it crosses below."

            input fast_period = 10 in 2..50 unit "candles" "Length of the fast average."
            input slow_period = 50 in 10..200 unit "candles" "Length of the slow average."
            input average = "SMA" in ["SMA", "EMA"] "Simple average, or exponential with more weight on late candles."
            """ + EXITS + """

            # Nothing crosses when the fast average is the slower one.
            require fast_period < slow_period

            fast = average == "SMA" ? sma(close, fast_period) : ema(close, fast_period)
            slow = average == "SMA" ? sma(close, slow_period) : ema(close, slow_period)

            enter long  when crossover(fast, slow)
            enter short when crossunder(fast, slow)
            """ + PROTECTION;

    private static final String RSI = """
            strategy "RSI reversion"
            "Trades back towards the middle: long when the relative strength index leaves oversold, short when it leaves overbought."

            input rsi_period = 14 in 2..30 unit "candles" "Length of the RSI's average."
            input oversold = 30.0 in 5.0..45.0 unit "RSI points" "Long when the RSI rises back above this; below overbought."
            input overbought = 70.0 in 55.0..95.0 unit "RSI points" "Short when the RSI falls back below this; above oversold."
            """ + EXITS + """

            require oversold < overbought

            strength = rsi(close, rsi_period)

            # Being at an extreme is no signal: leaving it is. The first candle with an average range is left out.
            ready = bar_index > 14
            enter long  when crossover(strength, oversold) and ready
            enter short when crossunder(strength, overbought) and ready
            """ + PROTECTION;

    private static final String DONCHIAN = """
            strategy "Donchian breakout"
            "Follows a breakout: long when the price closes above the highest high of the candles before, short when it closes below their lowest low."

            input channel_period = 20 in 10..100 unit "candles" "Candles whose high and low make the channel."
            input breakout_buffer = 0.0 in 0.0..1.0 unit "× ATR14" "How far beyond the channel the close must be."
            """ + EXITS + """

            # The channel of the candles before this one: [1] looks one candle back.
            top    = highest(high, channel_period)[1]
            bottom = lowest(low, channel_period)[1]
            beyond = breakout_buffer * atr(14)

            enter long  when close > top + beyond
            enter short when close < bottom - beyond
            """ + PROTECTION;

    private static final String BOLLINGER = """
            strategy "Bollinger reversion"
            "Trades back towards the average: long when the price closes inside the Bollinger bands again after a close below them, short after a close above them."

            input band_period = 20 in 10..60 unit "candles" "Length of average and deviation."
            input band_width = 2.0 in 1.0..3.5 unit "standard deviations" "Distance of each band from the average."
            """ + EXITS + """

            distance  = close - sma(close, band_period)
            deviation = stdev(close, band_period)
            band      = band_width * deviation

            # Where prices stand still there are no bands: a deviation so small is rounding.
            moves = deviation > 1e-9 * close
            below = distance < -band and moves
            above = distance > band and moves

            enter long  when below[1] and not below
            enter short when above[1] and not above
            """ + PROTECTION;

    private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("MA_CROSS", CROSS);
        BY_NAME.put("RSI_REVERSION", RSI);
        BY_NAME.put("DONCHIAN_BREAKOUT", DONCHIAN);
        BY_NAME.put("BOLLINGER_REVERSION", BOLLINGER);
    }

    private ShippedTexts() {}

    /** Texts by the name of the built-in strategy, in the catalogue's order. */
    public static Map<String, String> all() {
        return java.util.Collections.unmodifiableMap(BY_NAME);
    }

    /** The text of that built-in strategy; empty for one that the language cannot say. */
    public static Optional<String> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
