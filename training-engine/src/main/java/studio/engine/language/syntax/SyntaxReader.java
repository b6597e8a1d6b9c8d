package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.generated.StrategyLexer;

/** Reads a text's statements one by one, each with all that is wrong with its form. */
public final class SyntaxReader {
    /** So often a statement is read again with a word that was meant in place of the one that stands there. */
    private static final int REPAIRS = 8;

    private final Problems problems;
    private final StatementMaker maker;
    private final Starters starters;

    private SyntaxReader(Problems problems) {
        this.problems = problems;
        this.maker = new StatementMaker(problems);
        this.starters = new Starters(problems);
    }

    /** All statements in the order of the text; what is wrong with them goes to the problems. */
    public static List<Statement> read(String text, Problems problems) {
        SyntaxReader reader = new SyntaxReader(problems);
        List<Statement> statements = new ArrayList<>();
        for (List<Token> tokens : Statements.of(Tokens.of(text))) {
            statements.add(reader.statement(tokens));
        }
        return statements;
    }

    private Statement statement(List<Token> tokens) {
        Span span = Tokens.span(tokens);
        Optional<Nesting.TooDeep> tooDeep = Nesting.check(tokens);
        if (tooDeep.isPresent()) {
            problems.add(Tokens.span(tooDeep.get().at()), tooDeep.get().message());
            return broken(tokens, tokens, span);
        }
        Repairs.Repaired repaired = Repairs.repair(tokens, problems);
        if (repaired.tokens().isEmpty()) {
            return broken(tokens, tokens, span);
        }
        if (!repaired.whole() && !beginsRight(repaired.tokens())) {
            return broken(tokens, repaired.tokens(), span);
        }
        return starters.begin(repaired.tokens())
                .map(begun -> parse(tokens, begun, span, repaired.whole()))
                .orElseGet(() -> broken(tokens, repaired.tokens(), span));
    }

    private static boolean beginsRight(List<Token> tokens) {
        return Tokens.beginsStatement(tokens.get(0).getType())
                || tokens.size() > 1 && tokens.get(1).getType() == StrategyLexer.ASSIGN;
    }

    private Statement parse(List<Token> original, List<Token> begun, Span span, boolean reports) {
        List<Token> tokens = new ArrayList<>(begun);
        for (int repair = 0; repair < REPAIRS; repair++) {
            try {
                return maker.statement(StatementParser.parse(tokens), span);
            } catch (Failure.Stopped stopped) {
                if (!reports || !report(stopped, tokens)) {
                    break;
                }
            }
        }
        return broken(original, tokens, span);
    }

    /** Reports where the parser stopped; true when what was meant was put in and reading may go on. */
    private boolean report(Failure.Stopped stopped, List<Token> tokens) {
        Token found = stopped.token();
        if (problems.isFull()) {
            problems.add(Tokens.span(tokens.get(0)), "This line has a wrong form.");
            return false;
        }
        Expected expected = expected(stopped, tokens);
        String example = ", as in " + StatementForms.example(tokens.get(0).getText()) + ".";
        if (found.getType() == Token.EOF) {
            Span last = Tokens.span(tokens.get(tokens.size() - 1));
            String closing = expected.contains(StrategyLexer.CLOSE) && !expected.contains(StrategyLexer.NUMBER)
                    ? "A closing ) is missing."
                    : expected.contains(StrategyLexer.CLOSE_LIST) && !expected.contains(StrategyLexer.NUMBER)
                            ? "A closing ] is missing."
                            : "The line ends where " + expected.inWords() + " is expected" + example;
            problems.add(last, closing, missing(closing, expected));
            return false;
        }
        Optional<String> meant = Words.meant(found.getText(), expected.written());
        problems.add(
                Tokens.span(found),
                "Found " + Problems.quote(found.getText()) + " where " + expected.inWords() + " is expected" + example,
                meant.orElse(null));
        int at = tokens.indexOf(found);
        if (meant.isEmpty() || at < 0) {
            return false;
        }
        tokens.set(at, Tokens.as(found, Words.type(meant.get()).orElseThrow(), meant.get()));
        return true;
    }

    /** The parser leaves a repetition before it finds the wrong token; what could have gone on there is possible as well. */
    private static Expected expected(Failure.Stopped stopped, List<Token> tokens) {
        Expected expected = new Expected(stopped.expected());
        int at = tokens.indexOf(stopped.token());
        int statement = tokens.get(0).getType();
        if (at < 1 || expected.contains(StrategyLexer.NUMBER) || statement == StrategyLexer.STRATEGY) {
            return expected;
        }
        if (statement == StrategyLexer.INPUT) {
            return expected.contains(Token.EOF) ? expected.withInputParts() : expected;
        }
        boolean afterValue = Tokens.endsValue(tokens.get(at - 1).getType()) && at > 1;
        return afterValue ? expected.withOperators() : expected;
    }

    private static @Nullable String missing(String message, Expected expected) {
        if (message.startsWith("A closing")) {
            return message.substring("A closing ".length(), "A closing ".length() + 1);
        }
        List<String> possible = expected.written();
        return possible.size() == 1
                        && !expected.contains(StrategyLexer.NUMBER)
                        && !expected.contains(StrategyLexer.TEXT)
                ? possible.get(0)
                : null;
    }

    private static Statement broken(List<Token> original, List<Token> tokens, Span span) {
        @Nullable String defines = null;
        @Nullable String rule = null;
        for (int i = 0; i + 1 < tokens.size() && i < 4; i++) {
            if (tokens.get(i + 1).getType() == StrategyLexer.ASSIGN && Tokens.isWord(tokens.get(i))) {
                defines = tokens.get(i).getText();
                break;
            }
        }
        Token first = tokens.isEmpty() ? original.get(0) : tokens.get(0);
        if (first.getType() == StrategyLexer.INPUT && defines == null && tokens.size() > 1) {
            defines = tokens.get(1).getText();
        }
        if (Tokens.beginsStatement(first.getType())) {
            rule = first.getText();
        }
        return new Statement.Broken(span, defines, rule);
    }
}
