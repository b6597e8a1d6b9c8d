package studio.engine.language;

import java.util.List;
import studio.engine.language.outline.Outline;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Span;
import studio.engine.language.syntax.Statement;
import studio.engine.language.syntax.SyntaxReader;
import studio.engine.language.typing.ProgramReader;

/** Reads strategies that analysts write. Stateless and thread-safe. */
public final class StrategyLanguage {
    /** The longest text, in UTF-16 units. */
    public static final int LONGEST_TEXT = 65_536;

    private StrategyLanguage() {}

    /** Reads any text, in time that grows with its length; never throws. */
    public static Reading read(String text) {
        Problems problems = new Problems(text);
        if (text.length() > LONGEST_TEXT) {
            problems.add(
                    new Span(LONGEST_TEXT, LONGEST_TEXT + 1),
                    "A text has at most " + LONGEST_TEXT + " characters; this has " + text.length() + ".");
            return new Reading(null, problems.inOrder(), null, 0, List.of());
        }
        List<Statement> statements = SyntaxReader.read(text, problems);
        problems.nextPass();
        ProgramReader.Result result = ProgramReader.read(text, statements, problems);
        return new Reading(
                result.program(), problems.inOrder(), result.title(), result.nodes(), Outline.of(text, statements));
    }
}
