package studio.engine.language.typing;

import java.util.List;
import studio.engine.language.function.Function;
import studio.engine.language.tree.Expression;

/** What an expression of a text is. Immutable. */
sealed interface Value {

    /** A value. */
    record Plain(Expression expression) implements Value {}

    /** A call of a function with several outputs, before one of them is chosen. */
    record Several(Function function, List<Expression> arguments) implements Value {
        public Several {
            arguments = List.copyOf(arguments);
        }
    }
}
