package studio.engine.language.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement of a text. Immutable. */
public sealed interface Statement {
    /** From its first to its last character. */
    Span span();

    /** Which positions a rule is for. */
    enum Side {
        LONG,
        SHORT,
        BOTH
    }

    /** {@code strategy "Title"}, with the description under it; empty when there is none. */
    record Header(Span span, Syntax.Text title, String description) implements Statement {}

    /**
     * {@code input name = default in …}.
     *
     * @param defaultValue a number, text or yes/no
     * @param low of a range; null for a list
     * @param high of a range; null for a list
     * @param list the values of a list; empty for a range
     * @param steps all that are given; more than one is wrong
     * @param units all that are given
     * @param helps all that are given
     * @param activity null for an input that always matters
     */
    record Input(
            Span span,
            Span nameSpan,
            String name,
            Syntax defaultValue,
            Syntax.@Nullable Number low,
            Syntax.@Nullable Number high,
            List<Syntax> list,
            List<Syntax.Number> steps,
            List<Syntax.Text> units,
            List<Syntax.Text> helps,
            @Nullable Activity activity)
            implements Statement {
        public Input {
            list = List.copyOf(list);
            steps = List.copyOf(steps);
            units = List.copyOf(units);
            helps = List.copyOf(helps);
        }
    }

    /** {@code when name == value} or {@code when name in [values]} behind an input. */
    record Activity(Span span, Span nameSpan, String name, List<Syntax> values) {
        public Activity {
            values = List.copyOf(values);
        }
    }

    /** {@code name = expression}. */
    record Definition(Span span, Span nameSpan, String name, Syntax value) implements Statement {}

    /** {@code require condition}. */
    record Require(Span span, Syntax condition) implements Statement {}

    /** {@code enter long when condition}. */
    record Enter(Span span, Side side, Syntax condition) implements Statement {}

    /** {@code exit when condition}. */
    record Exit(Span span, Side side, Syntax condition) implements Statement {}

    /** {@code exit after N bars}. */
    record ExitAfter(Span span, Syntax bars) implements Statement {}

    /** {@code stop [at] value}. */
    record Stop(Span span, Side side, boolean atPrice, Syntax value) implements Statement {}

    /** {@code target [at] value}. */
    record Target(Span span, Side side, boolean atPrice, Syntax value) implements Statement {}

    /** {@code trail [at|following] value}. */
    record Trail(Span span, Side side, Form form, Syntax value) implements Statement {
        /** What stands before the value. */
        public enum Form {
            PLAIN,
            AT,
            FOLLOWING
        }
    }

    /** {@code breakeven after value}. */
    record BreakEven(Span span, Syntax value) implements Statement {}

    /** {@code size risk 2%}. */
    record Size(Span span, Kind kind, Syntax value) implements Statement {
        /** What the size is measured by. */
        public enum Kind {
            RISK,
            EQUITY,
            VOLATILITY
        }
    }

    /**
     * A statement whose form is wrong; its problem is reported already.
     *
     * @param defines the name that it would have defined; null for none
     * @param rule the word that it begins with, e.g. {@code enter}; null when it is none of the language's
     */
    record Broken(
            Span span, @Nullable String defines, @Nullable String rule) implements Statement {}
}
