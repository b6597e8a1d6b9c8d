package studio.model.strategy;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a strategy's text, taken apart for those who choose rather than write. A page changes a row by replacing one of
 * its ranges in the text; all other characters stay as they are.
 *
 * @param line 1 for the text's first one
 * @param range the whole statement
 * @param source the statement as it stands in the text
 * @param side {@code long} or {@code short}; empty for a rule of both sides and for what has no side
 * @param form the word that says how a rule's value is meant: {@code at}, {@code following}, {@code risk}, {@code equity},
 *     {@code volatility}; empty for others
 * @param name of an input or definition; empty for others
 * @param head from the statement's first character to its condition or value, e.g. {@code enter long when }; null for a title and
 *     for a text-only row
 * @param value the condition, value or, for an input, the default; for a title the title in its quotation marks; null for a
 *     text-only row
 * @param valueSource the value as it stands in the text; empty without one
 * @param rest of an input what stands behind its default: the allowed values, step, unit and help; null for others
 * @param join {@code and} or {@code or}, which joins the terms; {@code and} for one term
 * @param terms the condition's comparisons; empty for rows without a condition
 * @param textOnly true for what cannot be shown as choices and is left to the text
 */
public record OutlineRow(
        OutlineKind kind,
        int line,
        TextRange range,
        String source,
        String side,
        String form,
        String name,
        @Nullable TextRange head,
        @Nullable TextRange value,
        String valueSource,
        @Nullable TextRange rest,
        String join,
        List<OutlineTerm> terms,
        boolean textOnly) {

    public OutlineRow {
        terms = List.copyOf(terms);
    }

    /** The condition with those terms in place of this row's; empty for no terms, since a rule needs a condition. */
    public static Optional<String> condition(List<OutlineTerm> terms, String join) {
        StringJoiner condition = new StringJoiner(" " + join + " ");
        for (OutlineTerm term : terms) {
            condition.add(term.written());
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(condition.toString());
    }
}
