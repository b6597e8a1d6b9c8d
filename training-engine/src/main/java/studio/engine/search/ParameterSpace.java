package studio.engine.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import studio.model.job.ParameterRange;
import studio.model.strategy.ParameterInfo;

/**
 * All points that a search may try: per parameter a range, a stepped range or listed values. Immutable.
 *
 * <p>Every point has a place in the unit cube; a value that is one of {@code n} takes the n-th part of its side.
 */
public final class ParameterSpace {

    /** Into how many points a grid cuts a range without a step, both ends included. */
    public static final int GRID_POINTS = 5;

    private final List<Dimension> dimensions;

    private ParameterSpace(List<Dimension> dimensions) {
        this.dimensions = List.copyOf(dimensions);
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
        return new ParameterSpace(dimensions);
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
        return product(0);
    }

    /** Size of the full grid, with {@link #GRID_POINTS} for a range without a step; empty beyond a {@code long}. */
    public OptionalLong gridSize() {
        return product(GRID_POINTS);
    }

    private OptionalLong product(long forStepless) {
        BigInteger product = BigInteger.ONE;
        for (Dimension dimension : dimensions) {
            long count = dimension.count() == 0 ? forStepless : dimension.count();
            if (count == 0) {
                return OptionalLong.empty();
            }
            product = product.multiply(BigInteger.valueOf(count));
        }
        return product.bitLength() < Long.SIZE ? OptionalLong.of(product.longValueExact()) : OptionalLong.empty();
    }

    /** The grid's point of that index, 0..gridSize-1; the last parameter changes fastest. */
    public ParameterSet gridPoint(long index) {
        Object[] values = new Object[dimensions.size()];
        long rest = index;
        for (int d = values.length - 1; d >= 0; d--) {
            Dimension dimension = dimensions.get(d);
            long count = dimension.count() == 0 ? GRID_POINTS : dimension.count();
            values[d] = dimension.at(rest % count, GRID_POINTS);
            rest /= count;
        }
        return named(values);
    }

    /** The point at that place of the unit cube; coordinates outside 0..1 are moved to the border. */
    public ParameterSet decode(double[] unit) {
        Object[] values = new Object[dimensions.size()];
        for (int d = 0; d < values.length; d++) {
            values[d] = dimensions.get(d).decode(unit[d]);
        }
        return named(values);
    }

    /** A point's place in the unit cube. */
    public double[] encode(ParameterSet point) {
        double[] unit = new double[dimensions.size()];
        for (int d = 0; d < unit.length; d++) {
            Dimension dimension = dimensions.get(d);
            unit[d] = dimension.encode(value(point.values(), dimension));
        }
        return unit;
    }

    /**
     * A point read from storage: the values in this space's order and types, an {@code Integer} where JSON had 3.0 and
     * a {@code Double} where it had 3.
     *
     * @throws IllegalArgumentException naming the parameter that is missing or is not of this space
     */
    public ParameterSet read(Map<String, ?> stored) {
        Object[] values = new Object[dimensions.size()];
        for (int d = 0; d < values.length; d++) {
            Dimension dimension = dimensions.get(d);
            Object value = value(stored, dimension);
            values[d] = value instanceof Number number ? typed(dimension, number) : value.toString();
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
     * as the range goes; for a category all other values.
     */
    public List<ParameterSet> neighbours(ParameterSet point) {
        List<ParameterSet> neighbours = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            for (Object value : dimension.neighbours(value(point.values(), dimension))) {
                Map<String, Object> changed = new LinkedHashMap<>(point.values());
                changed.put(dimension.name(), value);
                neighbours.add(new ParameterSet(changed));
            }
        }
        return neighbours;
    }

    /**
     * How far a point's value lies into its range, 0..1, for comparing choices across parameters; empty for a category and for
     * a parameter of one value.
     */
    public OptionalDouble position(String name, ParameterSet point) {
        for (Dimension dimension : dimensions) {
            if (dimension.name().equals(name)) {
                return dimension.position(value(point.values(), dimension));
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

    private ParameterSet named(Object[] values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int d = 0; d < values.length; d++) {
            named.put(dimensions.get(d).name(), values[d]);
        }
        return new ParameterSet(named);
    }
}
