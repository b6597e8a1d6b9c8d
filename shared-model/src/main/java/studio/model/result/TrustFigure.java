package studio.model.result;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a trust report.
 *
 * @param key stable identifier, e.g. {@code deflated_sharpe}
 * @param name as a person reads it
 * @param value null where it is undefined or was not computed; {@code absence} says why then
 * @param unit of the value, empty for a plain number; {@code share} and {@code probability} lie in 0..1
 * @param source where the figure was published or is defined
 * @param meaning one sentence
 * @param rule what the verdict wants of it; null when the figure is only told
 * @param passed whether it has that; null without a rule or a value
 * @param absence why there is no value; null when there is one
 */
public record TrustFigure(
        String key,
        String name,
        @Nullable Double value,
        String unit,
        String source,
        String meaning,
        @Nullable String rule,
        @Nullable Boolean passed,
        @Nullable String absence) {

    /**
     * @throws IllegalArgumentException unless exactly one of value and absence is given
     */
    public TrustFigure {
        if ((value == null) == (absence == null)) {
            throw new IllegalArgumentException(key + " needs either a value or the reason why it has none");
        }
    }
}
