package studio.engine.language.function;

import static studio.engine.language.function.Declared.function;

import java.util.List;

/** Measures of momentum and of where a price stands in its range. */
final class Oscillators {
    private static final String GROUP = "Oscillators";
    private static final String WILDER = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978)";

    private Oscillators() {}

    static List<Function> all() {
        return List.of(
                function(GROUP, "rsi")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Relative strength index: the share of rises in all moves, 0 to 100; 50 where nothing moved.",
                                "100 × u / (u + d), where u and d are rma of the rises and of the falls of x over length"
                                        + " bars",
                                "length bars",
                                WILDER + "; TA-Lib RSI; Pine ta.rsi",
                                "oversold = rsi(close, 14) < 30"),
                function(GROUP, "macd")
                        .numbers("x")
                        .length("fast")
                        .length("slow")
                        .length("signal")
                        .outputs("line", "signal", "histogram")
                        .help(
                                "Moving average convergence divergence: a fast average less a slow one.",
                                "line = ema(x, fast) − ema(x, slow); signal = ema(line, signal); histogram = line − signal",
                                "line: slow − 1 bars; signal and histogram: slow + signal − 2 bars",
                                "Gerald Appel (1979); Pine ta.macd; TA-Lib's MACD starts its fast average later and agrees"
                                        + " after some lengths",
                                "rising_momentum = macd(close, 12, 26, 9).histogram > 0"),
                function(GROUP, "stoch")
                        .length("length")
                        .length("smooth_k")
                        .length("smooth_d")
                        .outputs("k", "d")
                        .help(
                                "Stochastic: where the close stands between the lowest low and the highest high, 0 to 100;"
                                        + " missing while they are equal.",
                                "k = sma(100 × (close − lowest(low, length)) / (highest(high, length) − lowest(low,"
                                        + " length)), smooth_k); d = sma(k, smooth_d)",
                                "k: length + smooth_k − 2 bars; d: smooth_d − 1 bars more",
                                "George Lane (1984); TA-Lib STOCH with simple averages",
                                "oversold = stoch(14, 3, 3).k < 20"),
                function(GROUP, "cci")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Commodity channel index: how far x is from its average, in mean deviations.",
                                "(x − sma(x, length)) / (0.015 × mean of |x − sma(x, length)| over length bars)",
                                "length − 1 bars",
                                "Donald Lambert, Commodities (October 1980); TA-Lib CCI for x = hlc3; Pine ta.cci",
                                "oversold = cci(hlc3, 20) < -100"),
                function(GROUP, "mfi")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Money flow index: an RSI weighted by volume, 0 to 100.",
                                "100 × u / (u + d), where u and d are the sums of x × volume over length bars on which x rose"
                                        + " and fell",
                                "length bars",
                                "Gene Quong and Avrum Soudack (1989); TA-Lib MFI for x = hlc3; Pine ta.mfi",
                                "oversold = mfi(hlc3, 14) < 20"),
                function(GROUP, "roc")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Rate of change in percent.",
                                "100 × (x − x[length]) / x[length]",
                                "length bars",
                                "TA-Lib ROC; Pine ta.roc",
                                "strong = roc(close, 10) > 5"),
                function(GROUP, "mom")
                        .numbers("x")
                        .length("length")
                        .help(
                                "Momentum: the change over length bars.",
                                "x − x[length]",
                                "length bars",
                                "TA-Lib MOM; Pine ta.mom",
                                "up = mom(close, 10) > 0"),
                function(GROUP, "adx")
                        .length("length")
                        .help(
                                "Average directional index: how strong a trend is, whatever its direction, 0 to 100.",
                                "rma of 100 × |di_plus − di_minus| / (di_plus + di_minus) over length bars",
                                "2 × length − 1 bars",
                                WILDER + "; TA-Lib ADX",
                                "trending = adx(14) > 25"),
                function(GROUP, "di_plus")
                        .length("length")
                        .help(
                                "Plus directional indicator: the share of upward moves in the true range, 0 to 100.",
                                "100 × smoothed rise of the high beyond the last high / smoothed true range",
                                "length bars",
                                WILDER + "; TA-Lib PLUS_DI",
                                "up = di_plus(14) > di_minus(14)"),
                function(GROUP, "di_minus")
                        .length("length")
                        .help(
                                "Minus directional indicator: the share of downward moves in the true range, 0 to 100.",
                                "100 × smoothed fall of the low beyond the last low / smoothed true range",
                                "length bars",
                                WILDER + "; TA-Lib MINUS_DI",
                                "down = di_minus(14) > di_plus(14)"),
                function(GROUP, "percentrank")
                        .numbers("x")
                        .length("length")
                        .help(
                                "The percentage of the previous length values that are not above the current one, 0 to 100.",
                                "100 × count(x[i] ≤ x, i = 1 … length) / length",
                                "length bars",
                                "Pine ta.percentrank",
                                "cheap = percentrank(close, 100) < 10"),
                function(GROUP, "zscore")
                        .numbers("x")
                        .whole("length", 2, "")
                        .help(
                                "How many standard deviations x is from its average; missing while x does not move.",
                                "(x − sma(x, length)) / stdev(x, length)",
                                "length − 1 bars",
                                "the standard score of statistics, with the population's deviation",
                                "far_below = zscore(close, 50) < -2"));
    }
}
