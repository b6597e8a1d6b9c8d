package studio.engine.language.typing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.engine.language.function.Function;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.language.tree.UnaryOperator;
import studio.engine.language.tree.ValueKind;
import studio.engine.language.tree.ValueType;
import studio.model.strategy.ParameterInfo;

/**
 * Makes the expressions of one program: equal ones are one object, so that a value is computed once however often a text uses
 * it, and arithmetic on literals is done here. Used by one thread.
 *
 * <p>Expressions share parts, so that walking one without remembering what was seen may take exponential time; this class never
 * compares or hashes whole trees.
 */
final class Expressions {
    private final Map<List<Object>, Expression> known = new HashMap<>();
    private final Map<Expression, Integer> numbers = new IdentityHashMap<>();
    private final Map<Expression, Integer> depths = new IdentityHashMap<>();
    private final Set<Expression> ofStop = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Expression> onOthers = Collections.newSetFromMap(new IdentityHashMap<>());

    Expression number(double value, boolean whole) {
        ValueType type = whole ? ValueType.WHOLE_NUMBER : ValueType.NUMBER;
        return one(new Expression.NumberLiteral(value, type), Double.doubleToLongBits(value), whole);
    }

    Expression text(String value) {
        return one(new Expression.TextLiteral(value), value);
    }

    Expression yesNo(boolean value) {
        return one(new Expression.YesNoLiteral(value), value);
    }

    Expression input(ParameterInfo parameter, ValueType type) {
        return one(new Expression.Input(parameter, type), parameter.name());
    }

    Expression column(SeriesColumn column) {
        return one(new Expression.Column(column), column);
    }

    Expression stopDistance() {
        return one(new Expression.StopDistance());
    }

    Expression ago(Expression of, Expression bars) {
        return bars instanceof Expression.NumberLiteral n && n.value() == 0
                ? of
                : one(new Expression.Ago(of, bars), of, bars);
    }

    Expression onTimeframe(Expression timeframe, Expression value) {
        return one(new Expression.OnTimeframe(timeframe, value), timeframe, value);
    }

    Expression negate(Expression operand) {
        return operand instanceof Expression.NumberLiteral n
                ? number(-n.value(), n.type().whole())
                : one(
                        new Expression.Unary(UnaryOperator.NEGATE, operand, operand.type()),
                        UnaryOperator.NEGATE,
                        operand);
    }

    Expression not(Expression operand) {
        return operand instanceof Expression.YesNoLiteral y
                ? yesNo(!y.value())
                : one(new Expression.Unary(UnaryOperator.NOT, operand, operand.type()), UnaryOperator.NOT, operand);
    }

    Expression binary(BinaryOperator operator, Expression left, Expression right) {
        boolean series = left.type().series() || right.type().series();
        ValueType type = switch (operator) {
            case ADD, SUBTRACT, MULTIPLY ->
                new ValueType(
                        ValueKind.NUMBER,
                        series,
                        left.type().whole() && right.type().whole());
            case DIVIDE, REMAINDER -> new ValueType(ValueKind.NUMBER, series, false);
            default -> series ? ValueType.CONDITIONS : ValueType.CONDITION;
        };
        if (left instanceof Expression.NumberLiteral a && right instanceof Expression.NumberLiteral b) {
            double value = folded(operator, a.value(), b.value());
            if (Double.isFinite(value)) {
                return number(value, type.whole());
            }
        }
        return one(new Expression.Binary(operator, left, right, type), operator, left, right);
    }

    /** NaN for what is left to the run: other operators, and results that are missing there. */
    private static double folded(BinaryOperator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> Double.NaN;
        };
    }

    /** A choice between two of a kind. */
    Expression choice(Expression condition, Expression whenYes, Expression whenNo) {
        if (condition instanceof Expression.YesNoLiteral literal) {
            return literal.value() ? whenYes : whenNo;
        }
        boolean series = condition.type().series()
                || whenYes.type().series()
                || whenNo.type().series();
        ValueType type = new ValueType(
                whenYes.type().kind(),
                series,
                whenYes.type().whole() && whenNo.type().whole());
        return one(new Expression.Choice(condition, whenYes, whenNo, type), condition, whenYes, whenNo);
    }

    Expression call(Function function, List<Expression> arguments, String output, ValueType type) {
        List<Object> key = new ArrayList<>();
        key.add(function.name());
        key.add(output);
        key.addAll(arguments);
        return one(new Expression.Call(function, arguments, output, type), key.toArray());
    }

    /** How many expressions stand within each other, this one included. */
    int depth(Expression expression) {
        return depths.getOrDefault(expression, 1);
    }

    /** Whether a value of another timeframe stands somewhere in it. */
    boolean containsOn(Expression expression) {
        return onOthers.contains(expression);
    }

    /** Whether the stop's distance stands somewhere in it. */
    boolean containsStop(Expression expression) {
        return ofStop.contains(expression);
    }

    /** The one expression of that kind with those parts, which are values or expressions made here. */
    private Expression one(Expression candidate, Object... parts) {
        List<Object> key = new ArrayList<>(parts.length + 1);
        key.add(candidate.getClass());
        int depth = 0;
        boolean on = candidate instanceof Expression.OnTimeframe;
        boolean stop = candidate instanceof Expression.StopDistance;
        for (Object part : parts) {
            if (part instanceof Expression child) {
                // A letter keeps it apart from a number that is a part itself.
                key.add("#" + numbers.get(child));
                depth = Math.max(depth, depth(child));
                on |= onOthers.contains(child);
                stop |= ofStop.contains(child);
            } else {
                key.add(part);
            }
        }
        Expression one = known.putIfAbsent(key, candidate);
        if (one == null) {
            numbers.put(candidate, numbers.size());
            depths.put(candidate, depth + 1);
            if (on) {
                onOthers.add(candidate);
            }
            if (stop) {
                ofStop.add(candidate);
            }
            return candidate;
        }
        return one;
    }
}
