package studio.engine.language.function;

import static studio.engine.language.function.Declared.function;

import java.util.List;
import studio.engine.language.function.Function.Gives;

/** What happened on this bar, and when something last did. */
final class Events {
    private static final String GROUP = "Events";

    private Events() {}

    static List<Function> all() {
        return List.of(
                function(GROUP, "rising")
                        .numbers("x")
                        .length("length")
                        .gives(Gives.CONDITIONS)
                        .help(
                                "Whether x is above each of its previous length values.",
                                "x > x[i] for i = 1 … length",
                                "length bars",
                                "Pine ta.rising",
                                "up = rising(close, 3)"),
                function(GROUP, "falling")
                        .numbers("x")
                        .length("length")
                        .gives(Gives.CONDITIONS)
                        .help(
                                "Whether x is below each of its previous length values.",
                                "x < x[i] for i = 1 … length",
                                "length bars",
                                "Pine ta.falling",
                                "down = falling(close, 3)"),
                function(GROUP, "crossover")
                        .numbers("x")
                        .numbers("y")
                        .gives(Gives.CONDITIONS)
                        .help(
                                "Whether x has risen above y on this bar.",
                                "x > y and x[1] <= y[1]",
                                "1 bar",
                                "Pine ta.crossover",
                                "golden_cross = crossover(sma(close, 50), sma(close, 200))"),
                function(GROUP, "crossunder")
                        .numbers("x")
                        .numbers("y")
                        .gives(Gives.CONDITIONS)
                        .help(
                                "Whether x has fallen below y on this bar.",
                                "x < y and x[1] >= y[1]",
                                "1 bar",
                                "Pine ta.crossunder",
                                "death_cross = crossunder(sma(close, 50), sma(close, 200))"),
                function(GROUP, "cross")
                        .numbers("x")
                        .numbers("y")
                        .gives(Gives.CONDITIONS)
                        .help(
                                "Whether x has crossed y on this bar, either way.",
                                "crossover(x, y) or crossunder(x, y)",
                                "1 bar",
                                "Pine ta.cross",
                                "crossed = cross(close, sma(close, 50))"),
                function(GROUP, "barssince")
                        .conditions("condition")
                        .help(
                                "How many bars ago the condition last held: 0 while it holds.",
                                "the smallest i for which condition[i] is yes",
                                "until the condition first holds",
                                "Pine ta.barssince",
                                "recent = barssince(rsi(close, 14) < 30) < 10"),
                function(GROUP, "valuewhen")
                        .conditions("condition")
                        .numbers("x")
                        .whole("occurrence", 0, "0")
                        .help(
                                "The value that x had when the condition last held, or occurrence times before that.",
                                "x[i] for the i of the condition's newest yes; occurrence 1 is the one before it",
                                "until the condition has held occurrence + 1 times",
                                "Pine ta.valuewhen",
                                "cross_price = valuewhen(crossover(close, sma(close, 50)), close)"),
                function(GROUP, "pivothigh")
                        .numbers("x")
                        .length("left")
                        .length("right")
                        .help(
                                "The value of a peak, on the bar that confirms it, right bars after the peak; missing on all"
                                        + " others.",
                                "x[right] if it is above the left values before it and above the right values after it",
                                "left + right bars",
                                "Pine ta.pivothigh",
                                "last_peak = valuewhen(pivothigh(high, 5, 5) > 0, high[5])"),
                function(GROUP, "pivotlow")
                        .numbers("x")
                        .length("left")
                        .length("right")
                        .help(
                                "The value of a trough, on the bar that confirms it, right bars after the trough; missing on all"
                                        + " others.",
                                "x[right] if it is below the left values before it and below the right values after it",
                                "left + right bars",
                                "Pine ta.pivotlow",
                                "last_trough = valuewhen(pivotlow(low, 5, 5) > 0, low[5])"));
    }
}
