package studio.engine.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** One parameter's values and their place on the unit interval. Immutable. */
sealed interface Dimension {

    String name();

    /** How many values there are; 0 when any number of a range may be taken. */
    long count();

    /** The value whose share of the unit interval holds {@code unit}, which lies in 0..1. */
    Object decode(double unit);

    /** The middle of the value's share of the unit interval; {@code decode(encode(v))} is {@code v} again. */
    double encode(Object value);

    /** The value of that index, 0..count-1; for a stepless range one of {@code points} values from end to end. */
    Object at(long index, int points);

    /** True when neighbouring values have nothing more in common than distant ones. */
    default boolean isCategory() {
        return false;
    }

    /** The values next to this one; for a category all others. */
    default List<Object> neighbours(Object value) {
        long index = (long) (encode(value) * count());
        return LongStream.of(index - 1, index + 1)
                .filter(i -> i >= 0 && i < count())
                .mapToObj(i -> at(i, 0))
                .toList();
    }

    /** Share of the way from the smallest value to the largest; empty when there is no such way. */
    default OptionalDouble position(Object value) {
        if (isCategory() || count() == 1) {
            return OptionalDouble.empty();
        }
        double first = ((Number) at(0, 2)).doubleValue();
        double last = ((Number) at(count() == 0 ? 1 : count() - 1, 2)).doubleValue();
        return OptionalDouble.of((((Number) value).doubleValue() - first) / (last - first));
    }

    /** Any number from {@code min} to {@code max}. */
    record Continuous(String name, double min, double max) implements Dimension {
        /** Share of the range that counts as one step. */
        private static final double NEIGHBOUR = 0.05;

        @Override
        public long count() {
            return 0;
        }

        @Override
        public Object decode(double unit) {
            return Math.min(max, min + clamp(unit) * (max - min));
        }

        @Override
        public double encode(Object value) {
            return clamp((((Number) value).doubleValue() - min) / (max - min));
        }

        @Override
        public Object at(long index, int points) {
            return decode((double) index / (points - 1));
        }

        @Override
        public List<Object> neighbours(Object value) {
            double unit = encode(value);
            return DoubleStream.of(unit - NEIGHBOUR, unit + NEIGHBOUR)
                    .filter(u -> u >= 0 && u <= 1)
                    .mapToObj(this::decode)
                    .toList();
        }
    }

    /**
     * {@code min, min + step, …}, computed in decimals so that 0.1 + 2 × 0.1 is 0.3.
     *
     * @param whole values are {@code Integer} rather than {@code Double}
     */
    record Stepped(String name, BigDecimal min, BigDecimal step, long count, boolean whole) implements Dimension {

        @Override
        public Object decode(double unit) {
            return at(cell(unit, count), 0);
        }

        @Override
        public double encode(Object value) {
            long index = new BigDecimal(value.toString())
                    .subtract(min)
                    .divide(step, 0, RoundingMode.HALF_EVEN)
                    .longValue();
            return (Math.max(0, Math.min(count - 1, index)) + 0.5) / count;
        }

        @Override
        public Object at(long index, int points) {
            BigDecimal value = min.add(step.multiply(BigDecimal.valueOf(index)));
            return whole ? (Object) value.intValueExact() : (Object) value.doubleValue();
        }
    }

    /**
     * Exactly these values: categories in any order, numbers ascending.
     *
     * @param isCategory text without an order
     */
    record Listed(String name, List<Object> values, boolean isCategory) implements Dimension {

        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public long count() {
            return values.size();
        }

        @Override
        public Object decode(double unit) {
            return values.get((int) cell(unit, values.size()));
        }

        @Override
        public double encode(Object value) {
            int index = values.indexOf(value);
            if (index < 0) {
                throw new IllegalArgumentException(name + " = " + value + " is not one of " + values);
            }
            return (index + 0.5) / values.size();
        }

        @Override
        public Object at(long index, int points) {
            return values.get((int) index);
        }

        @Override
        public List<Object> neighbours(Object value) {
            return isCategory
                    ? values.stream().filter(other -> !other.equals(value)).toList()
                    : Dimension.super.neighbours(value);
        }
    }

    private static long cell(double unit, long count) {
        return Math.min(count - 1, (long) (clamp(unit) * count));
    }

    private static double clamp(double unit) {
        return Math.max(0, Math.min(1, unit));
    }
}
