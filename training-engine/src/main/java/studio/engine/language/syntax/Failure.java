package studio.engine.language.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Stops at a statement's first wrong token and keeps what was possible there; whatever goes on from there is decided by
 * {@link SyntaxReader}, not by the parser.
 */
final class Failure extends DefaultErrorStrategy {

    /** Where a parse stopped. */
    static final class Stopped extends ParseCancellationException {
        private static final long serialVersionUID = 1L;

        private final transient Token token;
        private final transient IntervalSet expected;

        Stopped(Token token, IntervalSet expected) {
            super("a statement cannot be read");
            this.token = token;
            this.expected = expected;
        }

        /** The first token that does not fit; the end of the statement when it ends too early. */
        Token token() {
            return token;
        }

        /** The token types that would have fitted. */
        IntervalSet expected() {
            return expected;
        }
    }

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
        throw stopped(recognizer, e);
    }

    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
        throw stopped(recognizer, e);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
        throw stopped(recognizer, new InputMismatchException(recognizer));
    }

    /** The default would look for a token to leave out. */
    @Override
    public void sync(Parser recognizer) {
        ATNState state = recognizer.getInterpreter().atn.states.get(recognizer.getState());
        IntervalSet next = recognizer.getATN().nextTokens(state);
        int ahead = recognizer.getInputStream().LA(1);
        if (!next.contains(ahead) && !next.contains(Token.EPSILON)) {
            throw stopped(recognizer, new InputMismatchException(recognizer));
        }
    }

    private static Stopped stopped(Parser recognizer, RecognitionException e) {
        return new Stopped(e.getOffendingToken(), recognizer.getExpectedTokens());
    }
}
