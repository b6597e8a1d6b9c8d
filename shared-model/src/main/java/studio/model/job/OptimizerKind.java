package studio.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the parameter space is searched. */
public enum OptimizerKind {
    GRID("grid", "Grid"),
    RANDOM("random", "Random"),
    SOBOL("sobol", "Sobol"),
    BAYESIAN("bayesian", "Bayesian"),
    TPE("tpe", "TPE"),
    CMA_ES("cma_es", "CMA-ES");

    private final String wireName;
    private final String title;

    OptimizerKind(String wireName, String title) {
        this.wireName = wireName;
        this.title = title;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The name in a sentence. */
    public String title() {
        return title;
    }

    /** True when proposals follow from the scores so far, so that they take time of their own. */
    public boolean learns() {
        return this == BAYESIAN || this == TPE || this == CMA_ES;
    }

    /** The constant of that wire name; empty when there is none. */
    public static Optional<OptimizerKind> find(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName.equals(wireName)).findFirst();
    }

    /** The constant of that wire name; throws {@code IllegalArgumentException} naming the allowed ones. */
    @JsonCreator
    public static OptimizerKind of(String wireName) {
        return find(wireName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + wireName + "' is not one of " + String.join(", ", wireNames())));
    }

    /** All wire names in declaration order. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(OptimizerKind::wireName).toList();
    }
}
