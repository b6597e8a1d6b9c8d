package studio.engine.language.syntax;

import java.util.List;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.UnaryOperator;

/** An expression as it is written, before names have a meaning. Immutable. */
public sealed interface Syntax {
    /** Where it stands. */
    Span span();

    /**
     * A number.
     *
     * @param whole written without point, percent sign and negative exponent
     */
    record Number(Span span, double value, boolean whole) implements Syntax {}

    /** A text, without its quotation marks. */
    record Text(Span span, String value) implements Syntax {}

    /** {@code yes} or {@code no}. */
    record YesNo(Span span, boolean value) implements Syntax {}

    /** A name alone. */
    record Name(Span span, String name) implements Syntax {}

    /** The word {@code stop}. */
    record Stop(Span span) implements Syntax {}

    /**
     * A call.
     *
     * @param name as written; with dots where another language was meant, e.g. {@code ta.rsi}
     */
    record Call(Span span, Span nameSpan, String name, List<Syntax> arguments) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code of.name}. */
    record Output(Span span, Syntax of, Span nameSpan, String name) implements Syntax {}

    /** {@code of[bars]}. */
    record Ago(Span span, Syntax of, Syntax bars) implements Syntax {}

    /** {@code -x} or {@code not x}. */
    record Unary(Span span, UnaryOperator operator, Syntax operand) implements Syntax {}

    /** Two operands; {@code signSpan} is where the operator stands. */
    record Binary(Span span, BinaryOperator operator, Span signSpan, Syntax left, Syntax right) implements Syntax {}

    /** {@code condition ? whenYes : whenNo}. */
    record Choice(Span span, Syntax condition, Syntax whenYes, Syntax whenNo) implements Syntax {}

    /** An expression in parentheses, which typing looks through. */
    record Group(Span span, Syntax inner) implements Syntax {}
}
