package studio.engine.language.tree;

import java.util.List;
import studio.engine.language.function.Function;
import studio.model.strategy.ParameterInfo;

/**
 * A typed expression. Named definitions are put in where they are used, as the same object, so that equal expressions are
 * equal trees. Immutable.
 */
public sealed interface Expression {
    ValueType type();

    /** A number. */
    record NumberLiteral(double value, ValueType type) implements Expression {}

    /** A text, e.g. {@code "ema"}. */
    record TextLiteral(String value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }
    }

    /** {@code yes} or {@code no}. */
    record YesNoLiteral(boolean value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.CONDITION;
        }
    }

    /** The value that a trial gives to an input. */
    record Input(ParameterInfo parameter, ValueType type) implements Expression {}

    /** A column of the series, or of its times. */
    record Column(SeriesColumn column) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.NUMBERS;
        }
    }

    /**
     * The value that many bars ago.
     *
     * @param bars single and whole, 0 or more
     */
    record Ago(Expression of, Expression bars) implements Expression {
        @Override
        public ValueType type() {
            return of.type();
        }
    }

    /** {@code -x} or {@code not x}. */
    record Unary(UnaryOperator operator, Expression operand, ValueType type) implements Expression {}

    /** Arithmetic, a comparison, {@code and} or {@code or}. */
    record Binary(BinaryOperator operator, Expression left, Expression right, ValueType type) implements Expression {}

    /** {@code condition ? whenYes : whenNo}. */
    record Choice(Expression condition, Expression whenYes, Expression whenNo, ValueType type) implements Expression {}

    /**
     * One output of a function.
     *
     * @param arguments one for each parameter of the function, defaults filled in
     * @param output one of the function's outputs; its only one where it has one
     */
    record Call(Function function, List<Expression> arguments, String output, ValueType type) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A value of the last closed candle of a longer timeframe.
     *
     * @param timeframe a single text that is a timeframe's name on the wire
     */
    record OnTimeframe(Expression timeframe, Expression value) implements Expression {
        @Override
        public ValueType type() {
            return value.type();
        }
    }

    /** The name {@code stop} in a target, trail or break-even rule: the distance from the entry to the initial stop. */
    record StopDistance() implements Expression {
        @Override
        public ValueType type() {
            return ValueType.NUMBERS;
        }
    }
}
