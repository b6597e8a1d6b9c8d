package studio.engine.language.syntax;

import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import studio.engine.language.syntax.generated.StrategyParser;

/** Gives the tokens of one statement to the grammar's parser. */
final class StatementParser {
    private StatementParser() {}

    /**
     * The parse tree.
     *
     * @throws Failure.Stopped at the first token that does not fit
     */
    static StrategyParser.StatementContext parse(List<Token> statement) {
        StrategyParser parser = new StrategyParser(new CommonTokenStream(new ListTokenSource(statement)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new Failure());
        // The grammar needs no more; the stronger modes look back over the whole statement.
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return parser.statement();
    }
}
