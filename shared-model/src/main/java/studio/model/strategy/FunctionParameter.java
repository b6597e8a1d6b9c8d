package studio.model.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a function of the strategy language.
 *
 * @param accepts {@code numbers} or {@code conditions}, one a bar; {@code number}, {@code whole_number} or {@code text}, a
 *     single one
 * @param min of a single number, inclusive; null for none
 * @param max of a single number, inclusive; null for none
 * @param choices of a text; empty for others
 * @param defaultValue as it would be written; null for a parameter that must be given
 */
public record FunctionParameter(
        String name,
        String accepts,
        @Nullable Double min,
        @Nullable Double max,
        List<String> choices,
        @Nullable String defaultValue) {
    public FunctionParameter {
        choices = List.copyOf(choices);
    }
}
