package studio.engine.language.function;

import static studio.engine.language.function.Declared.function;

import java.util.List;

/** Statistics over the last bars. */
final class Statistics {
    private static final String GROUP = "Statistics";

    private Statistics() {}

    static List<Function> all() {
        return List.of(
                function(GROUP, "linreg")
                        .numbers("x")
                        .whole("length", 2, "")
                        .whole("offset", 0, "0")
                        .help(
                                "The end of the straight line fitted to the last length values, or its value offset bars ago.",
                                "a + b × (length − 1 − offset), a and b by least squares over length bars",
                                "length − 1 bars",
                                "TA-Lib LINEARREG for offset 0; Pine ta.linreg",
                                "above_line = close > linreg(close, 50)"),
                function(GROUP, "correlation")
                        .numbers("x")
                        .numbers("y")
                        .whole("length", 2, "")
                        .help(
                                "Pearson's correlation of x and y over the last length bars, −1 to 1.",
                                "covariance(x, y) / (stdev(x, length) × stdev(y, length))",
                                "length − 1 bars",
                                "TA-Lib CORREL; Pine ta.correlation",
                                "together = correlation(close, volume, 50) > 0.5"),
                function(GROUP, "highest")
                        .numbers("x")
                        .length("length")
                        .help(
                                "The largest of the last length values, the current one included.",
                                "max(x, x[1], …, x[length − 1])",
                                "length − 1 bars",
                                "TA-Lib MAX; Pine ta.highest",
                                "breakout = close > highest(high, 20)[1]"),
                function(GROUP, "lowest")
                        .numbers("x")
                        .length("length")
                        .help(
                                "The smallest of the last length values, the current one included.",
                                "min(x, x[1], …, x[length − 1])",
                                "length − 1 bars",
                                "TA-Lib MIN; Pine ta.lowest",
                                "breakdown = close < lowest(low, 20)[1]"),
                function(GROUP, "highestbars")
                        .numbers("x")
                        .length("length")
                        .help(
                                "How many bars ago the highest of the last length values was, as a number of 0 or below.",
                                "−i of the newest x[i] that equals highest(x, length)",
                                "length − 1 bars",
                                "Pine ta.highestbars",
                                "fresh_high = highestbars(high, 20) == 0"),
                function(GROUP, "lowestbars")
                        .numbers("x")
                        .length("length")
                        .help(
                                "How many bars ago the lowest of the last length values was, as a number of 0 or below.",
                                "−i of the newest x[i] that equals lowest(x, length)",
                                "length − 1 bars",
                                "Pine ta.lowestbars",
                                "old_low = lowestbars(low, 20) < -10"),
                function(GROUP, "sum")
                        .numbers("x")
                        .length("length")
                        .help(
                                "The sum of the last length values.",
                                "x + x[1] + … + x[length − 1]",
                                "length − 1 bars",
                                "TA-Lib SUM; Pine math.sum",
                                "traded = sum(volume, 24)"),
                function(GROUP, "change")
                        .numbers("x")
                        .whole("length", 1, "1")
                        .help(
                                "The change over length bars.",
                                "x − x[length]",
                                "length bars",
                                "Pine ta.change; TA-Lib MOM",
                                "up = change(close) > 0"));
    }
}
