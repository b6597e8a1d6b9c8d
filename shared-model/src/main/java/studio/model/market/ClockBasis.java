package studio.model.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a series' calendar comes from. */
public enum ClockBasis {
    /** Somebody chose it. */
    OPTION("option"),
    /** The exchange's name says it. */
    NAME("name"),
    /** The times of the candles say it. */
    TIMES("times"),
    /** Nothing says it: a market that never closes is assumed. */
    ASSUMED("assumed");

    private final String wireName;

    ClockBasis(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that wire name; throws {@code IllegalArgumentException} when there is none. */
    @JsonCreator
    public static ClockBasis of(String wireName) {
        return Arrays.stream(values())
                .filter(v -> v.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + wireName + "' is no basis of a clock"));
    }
}
