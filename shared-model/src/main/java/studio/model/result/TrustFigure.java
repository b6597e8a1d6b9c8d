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
 * @param rule what the verdict wants of it, in words; null when the figure is only told
 * @param ruleDetail the same for programs; null without a rule, and in a report that was stored before there were details
 * @param passed whether it has that; null without a rule or a value
 * @param absence why there is no value, in words; null when there is one
 * @param absenceDetail the same for programs; null with a value, and in a report that was stored before there were details
 */
public record TrustFigure(
        String key,
        String name,
        @Nullable Double value,
        String unit,
        String source,
        String meaning,
        @Nullable String rule,
        @Nullable TrustRule ruleDetail,
        @Nullable Boolean passed,
        @Nullable String absence,
        @Nullable TrustAbsence absenceDetail) {

    /**
     * @throws IllegalArgumentException unless exactly one of value and absence is given
     */
    public TrustFigure {
        if ((value == null) == (absence == null)) {
            throw new IllegalArgumentException(key + " needs either a value or the reason why it has none");
        }
    }
}
