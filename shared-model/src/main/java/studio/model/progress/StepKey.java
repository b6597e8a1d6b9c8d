package studio.model.progress;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four steps of every training, in order; see {@link #weight()}. */
public enum StepKey {
    DATA_COLLECTION("data_collection"),
    OPTIMIZATION("optimization"),
    VALIDATION("validation"),
    SAVE_CONFIG("save_config");

    private final String wireName;

    StepKey(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that wire name; empty when there is none. */
    public static Optional<StepKey> find(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName.equals(wireName)).findFirst();
    }

    /** The constant of that wire name; throws {@code IllegalArgumentException} naming the allowed ones. */
    @JsonCreator
    public static StepKey of(String wireName) {
        return find(wireName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + wireName + "' is not one of " + String.join(", ", wireNames())));
    }

    /** All wire names in declaration order. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(StepKey::wireName).toList();
    }

    /** The name that a person reads. */
    public String title() {
        return switch (this) {
            case DATA_COLLECTION -> "Data Collection";
            case OPTIMIZATION -> "Optimization";
            case VALIDATION -> "Validation";
            case SAVE_CONFIG -> "Save Configuration";
        };
    }

    /** The step's share of the overall percentage; the four sum to 100. */
    public int weight() {
        return switch (this) {
            case DATA_COLLECTION -> 25;
            case OPTIMIZATION -> 50;
            case VALIDATION -> 20;
            case SAVE_CONFIG -> 5;
        };
    }

    /** The step's number, from 1 to 4. */
    public int number() {
        return ordinal() + 1;
    }
}
