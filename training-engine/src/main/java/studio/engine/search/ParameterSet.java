package studio.engine.search;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One point of a parameter space: names in the strategy's order with numbers ({@code Double} for reals, {@code Integer}
 * for integers) or text (categories); a parameter that does not matter is left out. Immutable; equal when all values are equal.
 */
public record ParameterSet(Map<String, Object> values) {

    public ParameterSet {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The number of that name; throws {@code IllegalArgumentException} when it is missing or no number. */
    public double real(String name) {
        if (values.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("parameter " + name + " = " + values.get(name) + " is not a number");
    }

    /** The whole number of that name; throws {@code IllegalArgumentException} when it is missing or not whole. */
    public int integer(String name) {
        double value = real(name);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException("parameter " + name + " = " + value + " is not a whole number");
        }
        return (int) value;
    }

    /** The text of that name; throws {@code IllegalArgumentException} when it is missing. */
    public String text(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter " + name + " is missing");
        }
        return value.toString();
    }
}
