package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Vocabulary;
import studio.engine.language.function.Nearest;
import studio.engine.language.syntax.generated.StrategyLexer;

/** The words and signs of the grammar, and what people write instead of them. */
final class Words {
    private static final Map<String, Integer> TYPES = types();

    /** Words that statements begin with elsewhere, and what begins them here. */
    private static final Map<String, String> STARTERS = Map.ofEntries(
            Map.entry("buy", "enter long when"),
            Map.entry("sell", "exit long when"),
            Map.entry("entry", "enter"),
            Map.entry("open", "enter"),
            Map.entry("go", "enter"),
            Map.entry("close", "exit when"),
            Map.entry("cover", "exit short when"),
            Map.entry("leave", "exit"),
            Map.entry("param", "input"),
            Map.entry("parameter", "input"),
            Map.entry("extern", "input"),
            Map.entry("stoploss", "stop"),
            Map.entry("stop_loss", "stop"),
            Map.entry("sl", "stop"),
            Map.entry("takeprofit", "target"),
            Map.entry("take_profit", "target"),
            Map.entry("profit", "target"),
            Map.entry("tp", "target"),
            Map.entry("trailing", "trail"),
            Map.entry("trailing_stop", "trail"),
            Map.entry("break_even", "breakeven"),
            Map.entry("assert", "require"),
            Map.entry("position", "size"),
            Map.entry("indicator", "strategy"),
            Map.entry("study", "strategy"),
            Map.entry("name", "strategy"),
            Map.entry("title", "strategy"));

    /** Words inside a statement; the first one that is possible there is meant. */
    private static final Map<String, List<String>> INSIDE = Map.ofEntries(
            Map.entry("if", List.of("when")),
            Map.entry("where", List.of("when")),
            Map.entry("while", List.of("when")),
            Map.entry("buy", List.of("long")),
            Map.entry("sell", List.of("short")),
            Map.entry("candle", List.of("bars")),
            Map.entry("candles", List.of("bars")),
            Map.entry("days", List.of("bars")),
            Map.entry("from", List.of("in")),
            Map.entry("of", List.of("in")),
            Map.entry("between", List.of("in")),
            Map.entry("to", List.of("..")),
            Map.entry("until", List.of("..")),
            Map.entry("by", List.of("step")),
            Map.entry("is", List.of("==")),
            Map.entry("equals", List.of("==")),
            Map.entry("above", List.of(">")),
            Map.entry("over", List.of(">")),
            Map.entry("below", List.of("<")),
            Map.entry("under", List.of("<")),
            Map.entry("plus", List.of("+")),
            Map.entry("minus", List.of("-")),
            Map.entry("times", List.of("*")),
            Map.entry("mod", List.of("%")),
            Map.entry("then", List.of("when")),
            Map.entry("else", List.of(":")),
            Map.entry("after", List.of("when")),
            Map.entry("when", List.of("after")),
            Map.entry("=", List.of("==", "when")),
            Map.entry("-", List.of("..")),
            Map.entry(":", List.of("when", "..", "=")),
            Map.entry(",", List.of("..")),
            Map.entry(".", List.of("..")),
            Map.entry("(", List.of("[")),
            Map.entry(")", List.of("]")),
            Map.entry("]", List.of(")")));

    private Words() {}

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new LinkedHashMap<>();
        Vocabulary vocabulary = StrategyLexer.VOCABULARY;
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String quoted = vocabulary.getLiteralName(type);
            if (quoted != null) {
                types.put(quoted.substring(1, quoted.length() - 1), type);
            }
        }
        for (String word : List.of("yes", "true")) {
            types.put(word, StrategyLexer.YES);
        }
        for (String word : List.of("no", "false")) {
            types.put(word, StrategyLexer.NO);
        }
        return types;
    }

    /** The type of a word or sign of the grammar, whatever its case; empty for others. */
    static Optional<Integer> type(String word) {
        return Optional.ofNullable(TYPES.get(word.toLowerCase(Locale.ROOT)));
    }

    /** A word or sign as it is written; empty for a token that has no fixed form. */
    static Optional<String> written(int type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The word that a statement was meant to begin with; may be several words, as in {@code enter long when}. */
    static Optional<String> starter(String word) {
        String known = STARTERS.get(word.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        Collection<String> starters = TYPES.entrySet().stream()
                .filter(entry -> Tokens.beginsStatement(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return Nearest.among(word, starters).stream().findFirst();
    }

    /** What was meant by a word or sign where only those are possible; empty when nothing is near. */
    static Optional<String> meant(String found, List<String> possible) {
        List<String> candidates = new ArrayList<>(INSIDE.getOrDefault(found.toLowerCase(Locale.ROOT), List.of()));
        candidates.addAll(Nearest.among(
                found,
                possible.stream()
                        .filter(word -> Character.isLetter(word.charAt(0)))
                        .toList()));
        return candidates.stream().filter(possible::contains).findFirst();
    }
}
