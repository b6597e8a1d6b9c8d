package studio.model.strategy;

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
        String help) {}
