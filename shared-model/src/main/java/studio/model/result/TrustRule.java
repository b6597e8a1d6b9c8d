package studio.model.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the verdict wants of a figure.
 *
 * @param comparison {@code at_least, at_most, above} or {@code below}; a newer server may send another
 * @param threshold in the figure's unit; met by {@code at_least} and {@code at_most}
 */
public record TrustRule(String comparison, double threshold) {
    public static final String AT_LEAST = "at_least";
    public static final String AT_MOST = "at_most";
    public static final String ABOVE = "above";
    public static final String BELOW = "below";

    private static final int MOST_DECIMALS = 9;

    /** Whether the value has what is wanted; empty where the comparison is not known here. */
    public Optional<Boolean> holds(double value) {
        return switch (comparison) {
            case AT_LEAST -> Optional.of(value >= threshold);
            case AT_MOST -> Optional.of(value <= threshold);
            case ABOVE -> Optional.of(value > threshold);
            case BELOW -> Optional.of(value < threshold);
            default -> Optional.empty();
        };
    }

    /**
     * How many decimals a value needs so that, rounded, it still stands on its side of the threshold: 0.948 would read 0.95
     * with two and seem to be at least 0.95.
     *
     * @param usual where that is enough, or the comparison is not known here
     * @return from {@code usual} to 9; {@code usual} for a value that is closer to the threshold than those can show
     */
    public int decimals(double value, int usual) {
        Optional<Boolean> holds = holds(value);
        for (int decimals = usual; decimals <= MOST_DECIMALS; decimals++) {
            // Both ways, since formats differ in how they round what lies in the middle.
            if (holds.equals(holds(rounded(value, decimals, RoundingMode.HALF_UP)))
                    && holds.equals(holds(rounded(value, decimals, RoundingMode.HALF_DOWN)))) {
                return decimals;
            }
        }
        return usual;
    }

    private static double rounded(double value, int decimals, RoundingMode mode) {
        return BigDecimal.valueOf(value).setScale(decimals, mode).doubleValue();
    }
}
