package studio.engine.language.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of the language that are no functions: what lines begin with, operators and columns. Immutable. */
public final class Vocabulary {
    private static final List<Word> ALL =
            all(StatementWords.all(), PlaceWords.all(), OperatorWords.all(), ColumnWords.all());

    private Vocabulary() {}

    @SafeVarargs
    private static List<Word> all(List<Word>... parts) {
        List<Word> all = new ArrayList<>();
        for (List<Word> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    /** In the order of the documents. */
    public static List<Word> all() {
        return ALL;
    }

    /** The word of that name; empty when there is none. */
    public static Optional<Word> find(String name) {
        return ALL.stream().filter(word -> word.name().equals(name)).findFirst();
    }
}
