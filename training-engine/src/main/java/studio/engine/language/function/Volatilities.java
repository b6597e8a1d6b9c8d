package studio.engine.language.function;

import static studio.engine.language.function.Declared.function;

import java.util.List;

/** Measures of range and deviation, and the bands and stops made of them. */
final class Volatilities {
    private static final String GROUP = "Volatility";
    private static final String WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978)";

    private Volatilities() {}

    static List<Function> all() {
        return List.of(
                function(GROUP, "atr")
                        .length("length")
                        .help(
                                "Average true range: how far a bar usually moves, in quote currency.",
                                "rma(tr, length), from the second bar on",
                                "length bars",
                                WILDER + "; TA-Lib ATR",
                                "wide = atr(14) > 2% * close"),
                function(GROUP, "tr")
                        .help(
                                "True range: the bar's range with the gap from the last close. Written tr or tr().",
                                "max(high − low, |high − close[1]|, |low − close[1]|)",
                                "1 bar",
                                WILDER + "; TA-Lib TRANGE",
                                "wide_bar = tr > 2 * atr(14)"),
                function(GROUP, "stdev")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Standard deviation of the last length values, of the population.",
                                "√variance(x, length)",
                                "length − 1 bars",
                                "TA-Lib STDDEV; Pine ta.stdev",
                                "quiet = stdev(close, 20) < 1% * close"),
                function(GROUP, "variance")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Variance of the last length values, of the population.",
                                "mean of (x − sma(x, length))² over length bars",
                                "length − 1 bars",
                                "TA-Lib VAR; Pine ta.variance",
                                "spread = sqrt(variance(close, 20))"),
                function(GROUP, "bollinger")
                        .numbers("x")
                        .length("length")
                        .number("width", 0, 100)
                        .outputs("middle", "upper", "lower")
                        .help(
                                "Bollinger bands: an average, and width standard deviations above and below it.",
                                "middle = sma(x, length); upper and lower = middle ± width × stdev(x, length)",
                                "length − 1 bars",
                                "John Bollinger, Bollinger on Bollinger Bands (2001); TA-Lib BBANDS; Pine ta.bb",
                                "below = close < bollinger(close, 20, 2).lower"),
                function(GROUP, "keltner")
                        .numbers("x")
                        .length("length")
                        .number("width", 0, 100)
                        .outputs("middle", "upper", "lower")
                        .help(
                                "Keltner channel: an average, and width average true ranges above and below it.",
                                "middle = ema(x, length); upper and lower = middle ± width × atr(length)",
                                "length bars; middle: length − 1 bars",
                                "Linda Raschke's form of Chester Keltner's channel; Pine's ta.kc averages the true range"
                                        + " with ema instead",
                                "above = close > keltner(close, 20, 2).upper"),
                function(GROUP, "donchian")
                        .length("length")
                        .outputs("upper", "lower", "middle")
                        .help(
                                "Donchian channel: highest high and lowest low of the last length bars, this one included.",
                                "upper = highest(high, length); lower = lowest(low, length); middle = (upper + lower) / 2",
                                "length − 1 bars",
                                "Richard Donchian; look one bar back for a breakout, since the bar itself is included",
                                "breakout = close > donchian(20).upper[1]"),
                function(GROUP, "supertrend")
                        .number("factor", 0, 100)
                        .length("length")
                        .outputs("line", "direction")
                        .help(
                                "Supertrend: a stop line that follows the trend at factor average true ranges.",
                                "bands hl2 ± factor × atr(length), which only tighten while the trend lasts; line = lower band"
                                        + " and direction = 1 in an uptrend, upper band and −1 in a downtrend",
                                "length bars",
                                "Olivier Seban; Pine's ta.supertrend has direction the other way round: there −1 is up",
                                "up = supertrend(3, 10).direction > 0"),
                function(GROUP, "psar")
                        .number("start", 0, 1)
                        .number("step", 0, 1)
                        .number("max", 0, 1)
                        .help(
                                "Parabolic stop and reverse: a stop that moves faster the longer a trend lasts.",
                                "sar = sar[1] + a × (extreme − sar[1]); a begins with start and grows by step at each new"
                                        + " extreme, up to max",
                                "1 bar",
                                WILDER + "; TA-Lib SAREXT; Pine ta.sar",
                                "up = close > psar(0.02, 0.02, 0.2)"));
    }
}
