package studio.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The metric that the optimizer maximizes. */
public enum Objective {
    SHARPE_RATIO("sharpe_ratio"),
    SORTINO_RATIO("sortino_ratio"),
    CALMAR_RATIO("calmar_ratio"),
    NET_PROFIT_PCT("net_profit_pct"),
    PROFIT_FACTOR("profit_factor"),
    EXPECTANCY("expectancy");

    private final String wireName;

    Objective(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that wire name; empty when there is none. */
    public static Optional<Objective> find(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName.equals(wireName)).findFirst();
    }

    /** The constant of that wire name; throws {@code IllegalArgumentException} naming the allowed ones. */
    @JsonCreator
    public static Objective of(String wireName) {
        return find(wireName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + wireName + "' is not one of " + String.join(", ", wireNames())));
    }

    /** All wire names in declaration order. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Objective::wireName).toList();
    }
}
