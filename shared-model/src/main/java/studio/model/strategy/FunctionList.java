package studio.model.strategy;

import java.util.List;

/** All that the strategy language knows by name, with its help, and texts to begin with. */
public record FunctionList(List<FunctionInfo> functions, List<WordInfo> words, List<StrategyTemplate> templates) {
    public FunctionList {
        functions = List.copyOf(functions);
        words = List.copyOf(words);
        templates = List.copyOf(templates);
    }

    /** Without texts to begin with. */
    public FunctionList(List<FunctionInfo> functions, List<WordInfo> words) {
        this(functions, words, List.of());
    }
}
