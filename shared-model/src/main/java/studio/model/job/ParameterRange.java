package studio.model.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The analyst's own range for one parameter: either {@code min..max} (inclusive, optionally in steps) or listed values.
 *
 * @param values numbers or text; when given, min, max and step are null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParameterRange(
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double step,
        @Nullable List<Object> values) {

    /** A continuous or stepped range; {@code step} may be null. */
    public static ParameterRange between(double min, double max, @Nullable Double step) {
        return new ParameterRange(min, max, step, null);
    }

    /** Exactly these values. */
    public static ParameterRange of(List<?> values) {
        return new ParameterRange(null, null, null, List.copyOf(values));
    }
}
