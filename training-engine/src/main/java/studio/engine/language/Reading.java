package studio.engine.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.StrategyProgram;
import studio.model.strategy.OutlineRow;
import studio.model.strategy.TextProblem;

/**
 * What reading a text gave.
 *
 * @param program null for a text with problems
 * @param problems all that is wrong, in the order of the text; empty for a text that can be run
 * @param title null when the text has none
 * @param nodes operations a bar; 0 for a text with problems
 * @param outline the text's statements taken apart; empty for a text that is too long to be read
 */
public record Reading(
        @Nullable StrategyProgram program,
        List<TextProblem> problems,
        @Nullable String title,
        int nodes,
        List<OutlineRow> outline) {
    public Reading {
        problems = List.copyOf(problems);
        outline = List.copyOf(outline);
        if ((program == null) == problems.isEmpty()) {
            throw new IllegalArgumentException("a text has either a program or problems");
        }
    }
}
