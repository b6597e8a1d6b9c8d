package studio.model.strategy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as a form draws it.
 *
 * @param min inclusive; null for a category
 * @param max inclusive; null for a category
 * @param step null when any value in the range may be taken
 * @param values the choices of a category or a listed number; null otherwise
 * @param unit e.g. {@code fraction of price}, {@code candles}, {@code × ATR14}
 * @param help one line
 * @param activeWhen null for a parameter that always matters
 */
public record ParameterInfo(
        String name,
        ParameterType type,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double step,
        @Nullable List<Object> values,
        Object defaultValue,
        String unit,
        String help,
        @Nullable ParameterCondition activeWhen) {

    /** A parameter that always matters. */
    public ParameterInfo(
            String name,
            ParameterType type,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double step,
            @Nullable List<Object> values,
            Object defaultValue,
            String unit,
            String help) {
        this(name, type, min, max, step, values, defaultValue, unit, help, null);
    }

    /**
     * The same parameter, which matters only while that other one has one of these values, e.g. {@code
     * real("trend_slope", …).when("filter", "trend")}.
     */
    public ParameterInfo when(String parameter, Object... oneOf) {
        return new ParameterInfo(
                name,
                type,
                min,
                max,
                step,
                values,
                defaultValue,
                unit,
                help,
                new ParameterCondition(parameter, Arrays.asList(oneOf)));
    }
}
