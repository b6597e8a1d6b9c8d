package studio.engine.language.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions of the language. {@code on("4h", x)} is not among them: it is part of the grammar. Immutable. */
public final class Functions {
    private static final List<Function> ALL = Stream.of(
                    Averages.all(),
                    Oscillators.all(),
                    Volatilities.all(),
                    Volumes.all(),
                    Statistics.all(),
                    Events.all(),
                    Arithmetic.all())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Function> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Function::name, function -> function));

    /** Those that may be written without parentheses. */
    private static final Set<String> BARE = Set.of("obv", "vwap", "tr");

    private Functions() {}

    /** In the order of the documents: by group, then as they are declared. */
    public static List<Function> all() {
        return ALL;
    }

    /** The function of that name; empty when there is none. */
    public static Optional<Function> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The functions whose names are near that one, the nearest first; empty when none is. */
    public static List<String> nearest(String name) {
        return Nearest.among(name, BY_NAME.keySet());
    }

    /** Whether the function may be written without parentheses. */
    public static boolean isBare(String name) {
        return BARE.contains(name);
    }
}
