package studio.engine.language.typing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.UnaryOperator;
import studio.model.strategy.ParameterInfo;

/**
 * Between what a single number lies, whatever values a trial gives to the inputs.
 *
 * @param low inclusive; {@code -Infinity} when unknown
 * @param high inclusive; {@code Infinity} when unknown
 */
record Bounds(double low, double high) {
    private static final Bounds UNKNOWN = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Of literals, inputs and sums, differences, products and choices of those; others are unknown. */
    static Bounds of(Expression e) {
        if (e instanceof Expression.NumberLiteral literal) {
            return new Bounds(literal.value(), literal.value());
        } else if (e instanceof Expression.Input input) {
            return of(input.parameter());
        } else if (e instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            Bounds operand = of(unary.operand());
            return new Bounds(-operand.high, -operand.low);
        } else if (e instanceof Expression.Binary binary) {
            return of(binary);
        }
        return UNKNOWN;
    }

    private static Bounds of(ParameterInfo parameter) {
        @Nullable Double min = parameter.min();
        @Nullable Double max = parameter.max();
        return min == null || max == null ? UNKNOWN : new Bounds(min, max);
    }

    private static Bounds of(Expression.Binary binary) {
        if (isCompound(binary.left()) && isCompound(binary.right())) {
            // Walking both sides of shared expressions could take exponential time.
            return UNKNOWN;
        }
        Bounds a = of(binary.left());
        Bounds b = of(binary.right());
        return switch (binary.operator()) {
            case ADD -> new Bounds(a.low + b.low, a.high + b.high);
            case SUBTRACT -> new Bounds(a.low - b.high, a.high - b.low);
            case MULTIPLY -> products(a, b);
            default -> UNKNOWN;
        };
    }

    private static Bounds products(Bounds a, Bounds b) {
        List<Double> products = List.of(a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high);
        if (products.stream().anyMatch(value -> Double.isNaN(value))) {
            return UNKNOWN;
        }
        double low = products.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = products.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Bounds(low, high);
    }

    private static boolean isCompound(Expression e) {
        return !(e instanceof Expression.NumberLiteral || e instanceof Expression.Input);
    }

    /** Whether a trial can be sure of the value: a literal or an input, whose range a text gives. */
    static boolean isPlain(Expression e) {
        return e instanceof Expression.NumberLiteral
                || e instanceof Expression.Input
                || e instanceof Expression.Unary unary && isPlain(unary.operand());
    }
}
