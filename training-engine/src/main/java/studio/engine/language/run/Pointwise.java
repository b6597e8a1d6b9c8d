package studio.engine.language.run;

import java.util.Set;

/** The functions that are computed bar by bar rather than as whole columns. */
final class Pointwise {
    /** Those that read their arguments at earlier bars too. */
    static final Set<String> MOVING = Set.of("change", "mom", "crossover", "crossunder", "cross");

    static final Set<String> NAMES = Set.of(
            "abs",
            "round",
            "floor",
            "ceil",
            "sqrt",
            "log",
            "exp",
            "sign",
            "min",
            "max",
            "nz",
            "change",
            "mom",
            "crossover",
            "crossunder",
            "cross");

    private Pointwise() {}
}
