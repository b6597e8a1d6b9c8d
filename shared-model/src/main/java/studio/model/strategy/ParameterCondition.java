package studio.model.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a parameter matters: while another one has one of these values. Where it does not, a trial has no value of it.
 *
 * @param parameter declared before the one that this condition belongs to
 * @param values of that parameter, at least one
 */
public record ParameterCondition(String parameter, List<Object> values) {

    public ParameterCondition {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values of the condition on " + parameter + " are empty");
        }
        values = List.copyOf(values);
    }

    /** True when that value of the other parameter, a number or text, is among the condition's; false for null. */
    public boolean holds(@Nullable Object value) {
        return values.stream().anyMatch(wanted -> same(wanted, value));
    }

    /** JSON may have made 3.0 of 3. */
    private static boolean same(Object wanted, @Nullable Object value) {
        return wanted instanceof Number a && value instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : wanted.equals(value);
    }
}
