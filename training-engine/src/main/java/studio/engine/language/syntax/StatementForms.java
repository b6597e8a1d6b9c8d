package studio.engine.language.syntax;

import java.util.Map;

/** How each statement looks, for sentences about those that look otherwise. */
final class StatementForms {
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("strategy", "strategy \"Dip in an uptrend\""),
            Map.entry("input", "input length = 14 in 2..50"),
            Map.entry("require", "require fast < slow"),
            Map.entry("enter", "enter long when close > sma(close, 200)"),
            Map.entry("exit", "exit long when close < sma(close, 200)"),
            Map.entry("stop", "stop 2 * atr(14)"),
            Map.entry("target", "target 2 * stop"),
            Map.entry("trail", "trail 3 * atr(14)"),
            Map.entry("breakeven", "breakeven after 1 * stop"),
            Map.entry("size", "size risk 2%"));

    private StatementForms() {}

    /** A right statement that begins with that word; a definition for a word that begins none. */
    static String example(String word) {
        return EXAMPLES.getOrDefault(word, "trend = ema(close, 50)");
    }
}
