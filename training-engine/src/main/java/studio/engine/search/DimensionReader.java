package studio.engine.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.model.job.ParameterRange;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** Makes a dimension of a declared parameter and the analyst's range for it; refuses what makes no sense, by name. */
final class DimensionReader {
    private final ParameterInfo info;
    private final String field;

    private DimensionReader(ParameterInfo info, boolean overridden) {
        this.info = info;
        this.field = (overridden ? "parameter_space." : "") + info.name();
    }

    static Dimension read(ParameterInfo info, @Nullable ParameterRange override) {
        DimensionReader reader = new DimensionReader(info, override != null);
        if (override != null) {
            return reader.read(override.min(), override.max(), override.step(), override.values());
        }
        // A declared list also tells its smallest and largest value, for the form.
        return info.values() != null
                ? reader.read(null, null, null, info.values())
                : reader.read(info.min(), info.max(), info.step(), null);
    }

    private Dimension read(
            @Nullable Double min, @Nullable Double max, @Nullable Double step, @Nullable List<Object> values) {
        if (values != null) {
            if (min != null || max != null || step != null) {
                throw wrong("has values and min, max or step; give one or the other");
            }
            return listed(values);
        }
        if (info.type() == ParameterType.CATEGORY) {
            throw wrong("is a category and needs values");
        }
        if (min == null || max == null) {
            throw wrong("needs min and max, or values");
        }
        if (!Double.isFinite(min) || !Double.isFinite(max) || !Double.isFinite(max - min)) {
            throw wrong("has min " + min + " and max " + max + "; both must be finite");
        }
        if (min > max) {
            throw wrong("has min " + min + " above max " + max);
        }
        if (step != null && !(Double.isFinite(step) && step > 0)) {
            throw wrong("has step " + step + "; it must be above 0");
        }
        return range(min, max, step);
    }

    private Dimension range(double min, double max, @Nullable Double step) {
        boolean whole = info.type() == ParameterType.INTEGER;
        if (whole) {
            whole("min", min);
            whole("max", max);
            if (step != null) {
                whole("step", step);
            }
        }
        if (min == max) {
            return new Dimension.Listed(info.name(), List.of(whole ? (Object) (int) min : (Object) min), false);
        }
        if (step == null && !whole) {
            return new Dimension.Continuous(info.name(), min, max);
        }
        BigDecimal from = BigDecimal.valueOf(min);
        BigDecimal by = step == null ? BigDecimal.ONE : BigDecimal.valueOf(step);
        BigDecimal steps = BigDecimal.valueOf(max).subtract(from).divide(by, 0, RoundingMode.FLOOR);
        if (steps.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) >= 0) {
            throw wrong("has step " + step + ", which cuts " + min + ".." + max + " into " + steps + " steps; at most "
                    + Integer.MAX_VALUE + " are possible");
        }
        return new Dimension.Stepped(info.name(), from, by, steps.longValueExact() + 1, whole);
    }

    private Dimension listed(List<Object> values) {
        if (values.isEmpty()) {
            throw wrong("has no values");
        }
        if (info.type() == ParameterType.CATEGORY) {
            return categories(values);
        }
        Set<Object> numbers = new LinkedHashSet<>();
        for (Object value : values) {
            if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                throw wrong("has value '" + value + "', which is not a number");
            }
            double real = number.doubleValue();
            if (info.type() == ParameterType.INTEGER) {
                whole("value", real);
                numbers.add((int) real);
            } else {
                numbers.add(real);
            }
        }
        List<Object> ascending = new ArrayList<>(numbers);
        ascending.sort(Comparator.comparingDouble(number -> ((Number) number).doubleValue()));
        return new Dimension.Listed(info.name(), ascending, false);
    }

    private Dimension categories(List<Object> values) {
        Set<Object> texts = new LinkedHashSet<>();
        for (Object value : values) {
            String text = value.toString();
            List<Object> declared = info.values();
            if (declared != null
                    && declared.stream().noneMatch(d -> d.toString().equals(text))) {
                throw wrong("has value '" + text + "', which is not one of " + declared);
            }
            texts.add(text);
        }
        return new Dimension.Listed(info.name(), new ArrayList<>(texts), true);
    }

    private void whole(String part, double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw wrong("has " + part + " " + value + ", which is not a whole number");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(field + " " + what);
    }
}
