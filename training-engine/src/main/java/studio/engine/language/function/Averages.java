package studio.engine.language.function;

import static studio.engine.language.function.Declared.function;

import java.util.List;

/** Averages of the last bars. */
final class Averages {
    private static final String GROUP = "Averages";
    private static final String WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978)";

    private Averages() {}

    static List<Function> all() {
        return List.of(
                function(GROUP, "sma")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Simple moving average: the mean of the last length values.",
                                "(x + x[1] + … + x[length − 1]) / length",
                                "length − 1 bars",
                                "TA-Lib SMA; Pine ta.sma",
                                "trend = sma(close, 200)"),
                function(GROUP, "ema")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Exponential moving average: newer values count for more.",
                                "ema = ema[1] + 2 / (length + 1) × (x − ema[1]); starts with the simple average of the first"
                                        + " length values",
                                "length − 1 bars",
                                "TA-Lib EMA; Pine's ta.ema starts with the first value instead, and agrees after some"
                                        + " lengths",
                                "trend = ema(close, 50)"),
                function(GROUP, "rma")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Wilder's smoothing, the average inside RSI, ATR and ADX.",
                                "rma = rma[1] + (x − rma[1]) / length; starts with the simple average of the first length"
                                        + " values",
                                "length − 1 bars",
                                WILDER + "; Pine ta.rma",
                                "smooth = rma(close, 14)"),
                function(GROUP, "wma")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Weighted moving average: weights fall evenly from the newest value to the oldest.",
                                "(length × x + (length − 1) × x[1] + … + 1 × x[length − 1]) / (length × (length + 1) / 2)",
                                "length − 1 bars",
                                "TA-Lib WMA; Pine ta.wma",
                                "trend = wma(close, 30)"),
                function(GROUP, "hma")
                        .numbers("x")
                        .whole("length", 2, "")
                        .help(
                                "Hull moving average: follows turns with less delay than the averages it is made of.",
                                "wma(2 × wma(x, length / 2) − wma(x, length), √length), both lengths rounded down",
                                "length + √length − 2 bars",
                                "Alan Hull (2005); Pine ta.hma",
                                "trend = hma(close, 55)"),
                function(GROUP, "vwma")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Moving average weighted by volume.",
                                "sma(x × volume, length) / sma(volume, length)",
                                "length − 1 bars",
                                "Pine ta.vwma",
                                "trend = vwma(close, 20)"),
                function(GROUP, "dema")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Double exponential moving average: an EMA with part of its delay taken out.",
                                "2 × ema(x, length) − ema(ema(x, length), length)",
                                "2 × (length − 1) bars",
                                "Patrick Mulloy, Technical Analysis of Stocks & Commodities (February 1994); TA-Lib DEMA",
                                "trend = dema(close, 30)"),
                function(GROUP, "tema")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Triple exponential moving average: still less delay than dema.",
                                "3 × e1 − 3 × e2 + e3, where e1 = ema(x, length), e2 = ema(e1, length), e3 = ema(e2,"
                                        + " length)",
                                "3 × (length − 1) bars",
                                "Patrick Mulloy, Technical Analysis of Stocks & Commodities (January 1994); TA-Lib TEMA",
                                "trend = tema(close, 30)"),
                function(GROUP, "kama")
                        .numbers("x")
                        .length("length")
                        .whole("fast", 1, "2")
                        .whole("slow", 1, "30")
                        .help(
                                "Kaufman's adaptive average: fast in a trend, slow in noise.",
                                "kama = kama[1] + c × (x − kama[1]), c = (e × (2 / (fast + 1) − 2 / (slow + 1)) + 2 / (slow +"
                                        + " 1))², e = |x − x[length]| / sum of |x − x[1]| over length bars",
                                "length bars",
                                "Perry Kaufman, Smarter Trading (1995); TA-Lib KAMA",
                                "trend = kama(close, 10)"),
                function(GROUP, "ma")
                        .text("kind", "sma", "ema", "rma", "wma", "hma", "vwma", "dema", "tema", "kama")
                        .numbers("x")
                        .whole("length", 2, "")
                        .help(
                                "The average of that kind, so that an input can choose it.",
                                "as the function of that name",
                                "as the function of that name",
                                "see the function of that name",
                                "trend = ma(\"ema\", close, 50)"));
    }
}
