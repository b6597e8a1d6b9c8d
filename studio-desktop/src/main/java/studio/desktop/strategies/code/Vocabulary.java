package studio.desktop.strategies.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.desktop.fx.Texts;
import studio.model.strategy.FunctionInfo;
import studio.model.strategy.FunctionList;
import studio.model.strategy.StrategyTemplate;
import studio.model.strategy.WordInfo;

/** What the language knows by name, as the server reports it. Immutable. */
public final class Vocabulary {
    /** What the editor colours before the server has answered, and while it is away. */
    private static final String[] KEYWORDS = {
        "strategy",
        "input",
        "in",
        "step",
        "unit",
        "require",
        "enter",
        "exit",
        "long",
        "short",
        "when",
        "after",
        "bars",
        "bar",
        "stop",
        "target",
        "trail",
        "following",
        "at",
        "breakeven",
        "size",
        "risk",
        "equity",
        "volatility",
        "and",
        "or",
        "not",
        "yes",
        "no",
        "true",
        "false"
    };

    private final Map<String, FunctionInfo> functions = new LinkedHashMap<>();
    private final Map<String, WordInfo> words = new LinkedHashMap<>();

    private final List<StrategyTemplate> templates;

    private Vocabulary(FunctionList known) {
        templates = known.templates();
        for (String keyword : KEYWORDS) {
            words.put(keyword, new WordInfo(keyword, "keyword", "", "", ""));
        }
        known.words().forEach(word -> words.put(word.name(), word));
        known.functions().forEach(function -> functions.put(function.name(), function));
    }

    public static Vocabulary of(FunctionList known) {
        return new Vocabulary(known);
    }

    public static Vocabulary keywordsOnly() {
        return new Vocabulary(new FunctionList(List.of(), List.of()));
    }

    /** Texts to begin a strategy with. */
    public List<StrategyTemplate> templates() {
        return templates;
    }

    Map<String, FunctionInfo> functions() {
        return functions;
    }

    Map<String, WordInfo> words() {
        return words;
    }

    /** {@code keyword}, {@code series}, {@code operator} or {@code function}; empty for a name of the text's own. */
    Optional<String> kind(String name) {
        WordInfo word = words.get(name);
        if (word != null) {
            return Optional.of(word.kind());
        }
        return functions.containsKey(name) ? Optional.of("function") : Optional.empty();
    }

    /** The help for a name, several lines; empty for a name that the language does not know. */
    public Optional<String> help(String name) {
        FunctionInfo f = functions.get(name);
        if (f != null) {
            return Optional.of(Texts.get(
                    "strategies.help.function",
                    f.signature(),
                    f.summary(),
                    f.formula(),
                    f.warmUp(),
                    f.source(),
                    f.example()));
        }
        WordInfo word = words.get(name);
        return word == null || word.summary().isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.get("strategies.help.word", word.form(), word.summary(), word.example()));
    }
}
