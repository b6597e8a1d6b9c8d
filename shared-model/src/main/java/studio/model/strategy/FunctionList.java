package studio.model.strategy;

import java.util.List;

/** All that the strategy language knows by name, with its help. */
public record FunctionList(List<FunctionInfo> functions, List<WordInfo> words) {
    public FunctionList {
        functions = List.copyOf(functions);
        words = List.copyOf(words);
    }
}
