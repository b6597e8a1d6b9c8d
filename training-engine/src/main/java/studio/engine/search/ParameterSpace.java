package studio.engine.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import studio.model.job.ParameterRange;
import studio.model.strategy.ParameterInfo;

/**
 * All points that a search may try: per parameter a range, a stepped range or listed values. Immutable.
 *
 * <p>Every point has a place in the unit cube; a value that is one of {@code n} takes the n-th part of its side. A
 * parameter may matter only while another has certain values; where it does not, the point has no value of it.
 */
public final class ParameterSpace {

    /** Into how many points a grid cuts a range without a step, both ends included. */
    public static final int GRID_POINTS = 5;

    private final List<Dimension> dimensions;
    private final Activity activity;
    private final boolean hasConditions;
    private final OptionalLong points;
    private final PointIndex grid;

    private ParameterSpace(List<Dimension> dimensions, Activity activity) {
        this.dimensions = List.copyOf(dimensions);
        this.activity = activity;
        this.hasConditions = activity.hasConditions();
        this.points = new PointIndex(this.dimensions, activity, 0).size();
        this.grid = new PointIndex(this.dimensions, activity, GRID_POINTS);
    }

    /**
     * The strategy's own ranges, replaced by the analyst's where given.
     *
     * @throws IllegalArgumentException naming the parameter, when a range makes no sense or names none of the declared
     */
    public static ParameterSpace of(List<ParameterInfo> declared, Map<String, ParameterRange> overrides) {
        List<String> names = declared.stream().map(ParameterInfo::name).toList();
        for (String name : overrides.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "parameter_space." + name + " is unknown; the parameters are " + String.join(", ", names));
            }
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (ParameterInfo info : declared) {
            dimensions.add(DimensionReader.read(info, overrides.get(info.name())));
        }
        return new ParameterSpace(dimensions, Activity.of(declared));
    }

    /** Names in the strategy's order. */
    public List<String> names() {
        return dimensions.stream().map(Dimension::name).toList();
    }

    /** Number of parameters. */
    public int size() {
        return dimensions.size();
    }

    /** How many different points there are; empty when a range has no step, or when they exceed a {@code long}. */
    public OptionalLong points() {
        return points;
    }

    /** Size of the full grid, with {@link #GRID_POINTS} for a range without a step; empty beyond a {@code long}. */
    public OptionalLong gridSize() {
        return grid.size();
    }

    /** The grid's point of that index, 0..gridSize-1; the last parameter changes fastest. */
    public ParameterSet gridPoint(long index) {
        return named(grid.at(index));
    }

    /**
     * The point at that place of the unit cube; coordinates outside 0..1 are moved to the border, those that do not
     * matter may be anything.
     */
    public ParameterSet decode(double[] unit) {
        @Nullable Object[] values = new Object[dimensions.size()];
        for (int d = 0; d < values.length; d++) {
            values[d] = activity.matters(d, values) ? dimensions.get(d).decode(unit[d]) : null;
        }
        return named(values);
    }

    /** A point's place in the unit cube; NaN for a coordinate that does not matter. */
    public double[] encode(ParameterSet point) {
        double[] unit = new double[dimensions.size()];
        @Nullable Object[] values = new Object[unit.length];
        for (int d = 0; d < unit.length; d++) {
            Dimension dimension = dimensions.get(d);
            values[d] = activity.matters(d, values) ? value(point.values(), dimension) : null;
            unit[d] = values[d] == null ? Double.NaN : dimension.encode(values[d]);
        }
        return unit;
    }

    /**
     * A point read from storage: the values in this space's order and types, an {@code Integer} where JSON had 3.0 and
     * a {@code Double} where it had 3. What does not matter is left out.
     *
     * @throws IllegalArgumentException naming the parameter that is missing or is not of this space
     */
    public ParameterSet read(Map<String, ?> stored) {
        @Nullable Object[] values = new Object[dimensions.size()];
        for (int d = 0; d < values.length; d++) {
            Dimension dimension = dimensions.get(d);
            if (activity.matters(d, values)) {
                Object value = value(stored, dimension);
                values[d] = value instanceof Number number ? typed(dimension, number) : value.toString();
            }
        }
        return named(values);
    }

    private static Object typed(Dimension dimension, Number number) {
        return dimension.at(0, GRID_POINTS) instanceof Integer
                ? (Object) (int) number.doubleValue()
                : (Object) number.doubleValue();
    }

    private static Object value(Map<String, ?> values, Dimension dimension) {
        Object value = values.get(dimension.name());
        if (value == null) {
            throw new IllegalArgumentException("parameter " + dimension.name() + " is missing");
        }
        return value;
    }

    /**
     * The points that differ in one parameter by one step (5 % of the range where there is no step), both ways as far
     * as the range goes; for a category all other values. A parameter that begins to matter by such a step takes the
     * middle of its range.
     */
    public List<ParameterSet> neighbours(ParameterSet point) {
        List<ParameterSet> neighbours = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            Object value = point.values().get(dimension.name());
            if (value == null) {
                continue;
            }
            for (Object other : dimension.neighbours(value)) {
                Map<String, Object> changed = new HashMap<>(point.values());
                changed.put(dimension.name(), other);
                neighbours.add(completed(changed));
            }
        }
        return neighbours;
    }

    private ParameterSet completed(Map<String, Object> point) {
        @Nullable Object[] values = new Object[dimensions.size()];
        for (int d = 0; d < values.length; d++) {
            if (activity.matters(d, values)) {
                Dimension dimension = dimensions.get(d);
                Object value = point.get(dimension.name());
                values[d] = value == null ? dimension.decode(0.5) : value;
            }
        }
        return named(values);
    }

    /**
     * How far a point's value lies into its range, 0..1, for comparing choices across parameters; empty for a category,
     * for a parameter of one value and for one that does not matter at this point.
     */
    public OptionalDouble position(String name, ParameterSet point) {
        for (Dimension dimension : dimensions) {
            if (dimension.name().equals(name)) {
                Object value = point.values().get(name);
                return value == null ? OptionalDouble.empty() : dimension.position(value);
            }
        }
        throw new IllegalArgumentException("parameter " + name + " is unknown; the parameters are " + names());
    }

    /** The same place, each stepped or listed coordinate in the middle of its value's share. */
    double[] snap(double[] unit) {
        double[] snapped = new double[unit.length];
        for (int d = 0; d < unit.length; d++) {
            long count = dimensions.get(d).count();
            double inside = Math.max(0, Math.min(1, unit[d]));
            snapped[d] = count == 0 ? inside : (Math.min(count - 1, (long) (inside * count)) + 0.5) / count;
        }
        return snapped;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    /** The same place with NaN for coordinates that do not matter; the place itself when all do. */
    double[] masked(double[] unit) {
        if (!hasConditions) {
            return unit;
        }
        double[] masked = unit.clone();
        @Nullable Object[] values = new Object[unit.length];
        for (int d = 0; d < unit.length; d++) {
            if (!activity.matters(d, values)) {
                masked[d] = Double.NaN;
            } else if (activity.decides(d)) {
                values[d] = dimensions.get(d).decode(unit[d]);
            }
        }
        return masked;
    }

    /** True when others matter by that coordinate. */
    boolean decides(int d) {
        return hasConditions && activity.decides(d);
    }

    /** True when that coordinate matters only sometimes. */
    boolean isConditional(int d) {
        return activity.isConditional(d);
    }

    private ParameterSet named(@Nullable Object[] values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int d = 0; d < values.length; d++) {
            Object value = values[d];
            if (value != null) {
                named.put(dimensions.get(d).name(), value);
            }
        }
        return new ParameterSet(named);
    }
}
