package studio.model.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a condition, or a condition that is taken as a whole.
 *
 * @param range the whole term in the text; null for one that is not in a text yet
 * @param left what is compared, as it is written; the whole condition when the operator is empty
 * @param operator one of {@link #SIGNS} or {@link #WORDS}; empty for a condition that is no comparison, e.g. the name of one
 * @param right what it is compared with; empty when the operator is
 * @param textOnly true for a condition that is more than a name or comparison, and is left to the text
 */
public record OutlineTerm(@Nullable TextRange range, String left, String operator, String right, boolean textOnly) {
    /** Operators that stand between both sides. */
    public static final List<String> SIGNS = List.of(">", ">=", "<", "<=", "==", "!=");

    /** Operators that are functions of both sides. */
    public static final List<String> WORDS = List.of("crossover", "crossunder", "cross", "rising", "falling");

    /** A comparison that is not in a text yet. */
    public static OutlineTerm of(String left, String operator, String right) {
        return new OutlineTerm(null, left, operator, right, false);
    }

    /** As it is written in a text, e.g. {@code close > open} or {@code crossover(close, trend)}. */
    public String written() {
        if (operator.isEmpty()) {
            return left;
        }
        return WORDS.contains(operator)
                ? operator + "(" + left + ", " + right + ")"
                : left + " " + operator + " " + right;
    }
}
