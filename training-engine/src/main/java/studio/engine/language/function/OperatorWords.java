package studio.engine.language.function;

import java.util.List;

/** What stands between and around values. */
final class OperatorWords {
    private static final String OPERATORS = "Operators";

    private OperatorWords() {}

    static List<Word> all() {
        return List.of(
                new Word(
                        "and",
                        OPERATORS,
                        "a and b",
                        "Whether both conditions hold.",
                        "both = close > open and volume > volume[1]"),
                new Word(
                        "or",
                        OPERATORS,
                        "a or b",
                        "Whether at least one of the conditions holds.",
                        "one = close > open or volume > volume[1]"),
                new Word("not", OPERATORS, "not a", "Whether the condition does not hold.", "other = not close > open"),
                new Word(
                        "+ - * / %",
                        OPERATORS,
                        "a + b, a - b, a * b, a / b, a % b",
                        "Arithmetic; a % b is the remainder. 2% right behind a number is a hundredth: 0.02.",
                        "middle = (high + low) / 2"),
                new Word(
                        "< <= > >= == !=",
                        OPERATORS,
                        "a < b, a <= b, a > b, a >= b, a == b, a != b",
                        "Comparisons; with a missing value they are all no.",
                        "bullish = close >= open"),
                new Word(
                        "?",
                        OPERATORS,
                        "condition ? a : b",
                        "a where the condition holds, else b.",
                        "reference = close > open ? low : high"),
                new Word(
                        "[ ]",
                        OPERATORS,
                        "x[n]",
                        "The value n bars before. n is a whole number or an input, at least 0: there is no way to look ahead.",
                        "gap_up = open > high[1]"),
                new Word(
                        "on",
                        OPERATORS,
                        "on(\"timeframe\", expression)",
                        "The expression on longer candles: its value at the last one that is closed.",
                        "long_trend = on(\"4h\", ema(close, 50))"),
                new Word(
                        "yes",
                        OPERATORS,
                        "yes, no",
                        "The two values of a condition; true and false mean the same.",
                        "always = yes"));
    }
}
