package studio.engine.language.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Nearest;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Statement;
import studio.engine.language.syntax.Syntax;
import studio.model.strategy.ParameterCondition;
import studio.model.strategy.ParameterInfo;

/** Reads when an input matters: {@code when other == value}. */
final class ActivityReader {
    private final Problems problems;
    private final Names names;

    ActivityReader(Problems problems, Names names) {
        this.problems = problems;
        this.names = names;
    }

    /** The condition; empty when something about it is wrong, which is reported. */
    Optional<ParameterCondition> read(Statement.Activity activity, List<ParameterInfo> inputs) {
        String other = activity.name();
        Optional<ParameterInfo> on =
                inputs.stream().filter(input -> input.name().equals(other)).findFirst();
        if (on.isEmpty()) {
            if (!names.isUnreadable(other)) {
                List<String> known = inputs.stream().map(ParameterInfo::name).toList();
                problems.add(
                        activity.nameSpan(),
                        "An input may depend on another input above it; " + Problems.quote(other) + " is none.",
                        Nearest.among(other, known).stream().findFirst().orElse(null));
            }
            return Optional.empty();
        }
        ParameterInfo parameter = on.get();
        List<Object> values = parameter.values();
        if (values == null && parameter.step() == null) {
            problems.add(
                    activity.nameSpan(),
                    Problems.quote(other)
                            + " takes any number in its range; an input can depend on one with a list or whole"
                            + " numbers.");
            return Optional.empty();
        }
        List<Object> wanted = new ArrayList<>();
        for (Syntax literal : activity.values()) {
            Object value = InputReader.value(literal, literal instanceof Syntax.Number number && number.whole());
            if (!isAllowed(parameter, value)) {
                problems.add(
                        literal.span(),
                        Problems.quote(other) + " never has this value.",
                        values == null ? null : nearText(value, values));
                return Optional.empty();
            }
            wanted.add(value);
        }
        return Optional.of(new ParameterCondition(other, wanted));
    }

    private static @Nullable String nearText(Object value, List<Object> values) {
        if (!(values.get(0) instanceof String)) {
            return null;
        }
        List<String> texts = values.stream().map(Object::toString).toList();
        return Nearest.among(value.toString(), texts).stream()
                .findFirst()
                .map(near -> '"' + near + '"')
                .orElse(null);
    }

    private static boolean isAllowed(ParameterInfo parameter, Object value) {
        if (parameter.values() != null) {
            return parameter.values().stream()
                    .anyMatch(v -> new ParameterCondition(parameter.name(), List.of(v)).holds(value));
        }
        return value instanceof Number number
                && number.doubleValue() >= Objects.requireNonNull(parameter.min())
                && number.doubleValue() <= Objects.requireNonNull(parameter.max());
    }
}
