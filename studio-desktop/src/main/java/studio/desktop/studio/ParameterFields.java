package studio.desktop.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.job.ParameterRange;
import studio.model.strategy.ParameterInfo;

/** The range of one parameter: {@code min, max, step}, or a list of values. */
final class ParameterFields {
    private final ParameterInfo info;
    private final FormField min;
    private final FormField max;
    private final FormField step;
    private final FormField values;

    ParameterFields(ParameterInfo info) {
        this.info = info;
        String path = "parameter_space." + info.name();
        this.min = new FormField(path + ".min", TypedNumbers.text(info.min()));
        this.max = new FormField(path + ".max", TypedNumbers.text(info.max()));
        this.step = new FormField(path + ".step", TypedNumbers.text(info.step()));
        this.values = new FormField(path + ".values", listText(info.values()));
    }

    ParameterInfo info() {
        return info;
    }

    /** True when it is a list of values, not a range. */
    boolean isList() {
        return info.values() != null;
    }

    FormField min() {
        return min;
    }

    FormField max() {
        return max;
    }

    FormField step() {
        return step;
    }

    FormField values() {
        return values;
    }

    List<FormField> all() {
        return isList() ? List.of(values) : List.of(min, max, step);
    }

    boolean isStandard() {
        return all().stream().allMatch(FormField::isStandard);
    }

    void reset() {
        all().forEach(FormField::reset);
    }

    /** The analyst's own range; empty when it is the strategy's, or cannot be read. */
    Optional<ParameterRange> range(TypedNumbers numbers) {
        if (isStandard()) {
            return Optional.empty();
        }
        if (isList()) {
            return list(numbers).map(ParameterRange::of);
        }
        Double low = needed(min, numbers);
        Double high = needed(max, numbers);
        Double by = numbers.real(step);
        return low == null || high == null ? Optional.empty() : Optional.of(ParameterRange.between(low, high, by));
    }

    private static @Nullable Double needed(FormField field, TypedNumbers numbers) {
        if (field.value().isEmpty()) {
            field.fail(Texts.get("studio.error.needed"));
        }
        return numbers.real(field);
    }

    private Optional<List<Object>> list(TypedNumbers numbers) {
        boolean numeric = info.values() != null && info.values().stream().allMatch(Number.class::isInstance);
        List<Object> read = new ArrayList<>();
        // A semicolon separates too, for locales whose decimal sign is the comma.
        for (String part : values.value().split(values.value().contains(";") ? ";" : ",", -1)) {
            String item = part.strip();
            try {
                read.add(numeric ? (Object) number(numbers.parse(item)) : item);
            } catch (NumberFormatException e) {
                values.fail(Texts.get("studio.error.list", item));
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(read));
    }

    private static Number number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return (int) value;
        }
        return value;
    }

    /** Shows a range that a request brought. */
    void fill(ParameterRange range) {
        if (isList()) {
            values.set(listText(range.values() != null ? range.values() : between(range)));
            return;
        }
        if (range.values() != null) {
            List<Double> numbers = range.values().stream()
                    .filter(Number.class::isInstance)
                    .map(v -> ((Number) v).doubleValue())
                    .sorted()
                    .toList();
            if (!numbers.isEmpty()) {
                min.set(TypedNumbers.text(numbers.get(0)));
                max.set(TypedNumbers.text(numbers.get(numbers.size() - 1)));
                step.set(numbers.size() > 1 ? TypedNumbers.text(numbers.get(1) - numbers.get(0)) : "");
            }
            return;
        }
        min.set(TypedNumbers.text(range.min()));
        max.set(TypedNumbers.text(range.max()));
        step.set(TypedNumbers.text(range.step()));
    }

    /** Of the strategy's own values those inside the range. */
    private List<Object> between(ParameterRange range) {
        double low = range.min() == null ? Double.NEGATIVE_INFINITY : range.min();
        double high = range.max() == null ? Double.POSITIVE_INFINITY : range.max();
        List<Object> own = info.values() == null ? List.of() : info.values();
        return own.stream()
                .filter(v -> v instanceof Number n && n.doubleValue() >= low && n.doubleValue() <= high)
                .toList();
    }

    private static String listText(@Nullable List<Object> values) {
        Stream<Object> items = values == null ? Stream.empty() : values.stream();
        return items.map(v -> v instanceof Number n ? TypedNumbers.text(n) : String.valueOf(v))
                .collect(Collectors.joining(", "));
    }
}
