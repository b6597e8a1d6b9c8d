package studio.engine.language.function;

import static studio.engine.language.function.Declared.function;

import java.util.List;
import studio.engine.language.function.Function.Gives;

/** Arithmetic on one bar; single numbers give a single number. */
final class Arithmetic {
    private static final String GROUP = "Arithmetic";
    private static final String NONE = "none";

    private Arithmetic() {}

    static List<Function> all() {
        return List.of(
                one("abs", "The size of x without its sign.", "|x|", "body = abs(close - open)"),
                two("min", "The smallest of two or more values.", "min(x, y)", "base = min(open, close)"),
                two("max", "The largest of two or more values.", "max(x, y)", "top = max(open, close, close[1])"),
                one(
                        "round",
                        "The nearest whole number; halves go up.",
                        "floor(x + 0.5)",
                        "step_price = round(close / 100) * 100"),
                one(
                        "floor",
                        "The largest whole number that is not above x.",
                        "⌊x⌋",
                        "level = floor(close / 1000) * 1000"),
                one(
                        "ceil",
                        "The smallest whole number that is not below x.",
                        "⌈x⌉",
                        "level = ceil(close / 1000) * 1000"),
                one("sqrt", "The square root; missing below 0.", "√x", "yearly = stdev(close, 30) * sqrt(365)"),
                one(
                        "log",
                        "The natural logarithm; missing at 0 and below.",
                        "ln x",
                        "log_return = log(close / close[1])"),
                one("exp", "e to the power of x.", "eˣ", "growth = exp(log(close) - log(close[10]))"),
                one("sign", "1 above 0, −1 below 0, 0 at 0.", "x / |x|", "direction = sign(close - open)"),
                function(GROUP, "nz")
                        .numbers("x")
                        .numbers("y", "0")
                        .gives(Gives.AS_ARGUMENTS)
                        .help(
                                "x, or y where x is missing.",
                                "x if it is there, else y",
                                NONE,
                                "Pine nz",
                                "trend = nz(sma(close, 200), close)"));
    }

    private static Function one(String name, String summary, String formula, String example) {
        return function(GROUP, name)
                .numbers("x")
                .gives(Gives.AS_ARGUMENTS)
                .help(summary, formula, NONE, "Pine math." + name, example);
    }

    private static Function two(String name, String summary, String formula, String example) {
        return function(GROUP, name)
                .numbers("x")
                .numbers("y")
                .gives(Gives.AS_ARGUMENTS)
                .pairwise()
                .help(summary, formula, NONE, "Pine math." + name, example);
    }
}
