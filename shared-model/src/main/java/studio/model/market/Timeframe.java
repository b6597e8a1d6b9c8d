package studio.model.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The length of a candle. */
public enum Timeframe {
    M1("1m"),
    M3("3m"),
    M5("5m"),
    M15("15m"),
    M30("30m"),
    H1("1h"),
    H2("2h"),
    H4("4h"),
    H6("6h"),
    H8("8h"),
    H12("12h"),
    D1("1d"),
    W1("1w");

    private final String wireName;
    private final Duration duration;
    private final long millis;

    Timeframe(String wireName) {
        this.wireName = wireName;
        this.duration = duration(wireName);
        this.millis = duration.toMillis();
    }

    private static Duration duration(String wireName) {
        int count = Integer.parseInt(wireName.substring(0, wireName.length() - 1));
        return switch (wireName.charAt(wireName.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ofDays(7L * count);
        };
    }

    /** The name on the wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that wire name; empty when there is none. */
    public static Optional<Timeframe> find(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName.equals(wireName)).findFirst();
    }

    /** The constant of that wire name; throws {@code IllegalArgumentException} naming the allowed ones. */
    @JsonCreator
    public static Timeframe of(String wireName) {
        return find(wireName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + wireName + "' is not one of " + String.join(", ", wireNames())));
    }

    /** All wire names in declaration order. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Timeframe::wireName).toList();
    }

    /** The length of one candle. */
    public Duration duration() {
        return duration;
    }

    /** The length of one candle in milliseconds; costs nothing, so that it may be asked for in inner loops. */
    public long millis() {
        return millis;
    }
}
