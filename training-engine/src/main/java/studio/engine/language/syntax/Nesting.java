package studio.engine.language.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import studio.engine.language.syntax.generated.StrategyLexer;

/**
 * How deeply a statement is nested, found on its tokens before the parser goes into it: parser and tree walks call themselves once a
 * level, and no text may exhaust the stack. Counts brackets, signs and {@code not} before a value, choices and chains of operators.
 */
final class Nesting {
    /** Brackets, {@code not}, signs and choices within each other. */
    static final int DEEPEST = 200;

    /** Operators one after the other, {@code a + b + c}, whose tree leans as deep as they are many. */
    static final int LONGEST_CHAIN = 400;

    private static final class Level {
        private int prefixes;
        private int operators;
        private int inside;
        private int deepest;

        private int close() {
            deepest = Math.max(deepest, operators + inside);
            return deepest;
        }

        private void nextArgument() {
            close();
            prefixes = 0;
            operators = 0;
            inside = 0;
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();
    private int outer;

    private Nesting() {}

    /** What is wrong with the statement's nesting, and where it becomes so. */
    static Optional<TooDeep> check(List<Token> statement) {
        return new Nesting().find(statement);
    }

    /**
     * Where a statement is too deep.
     *
     * @param at the token that is one too many
     */
    record TooDeep(Token at, String message) {}

    private Optional<TooDeep> find(List<Token> statement) {
        levels.push(new Level());
        boolean valueBefore = false;
        for (Token token : statement) {
            Level level = levels.element();
            int type = token.getType();
            switch (type) {
                case StrategyLexer.OPEN, StrategyLexer.OPEN_LIST -> {
                    outer += level.prefixes + 1;
                    level.operators += valueBefore ? 1 : 0;
                    levels.push(new Level());
                }
                case StrategyLexer.CLOSE, StrategyLexer.CLOSE_LIST -> {
                    if (levels.size() > 1) {
                        int inside = levels.pop().close();
                        Level around = levels.element();
                        around.inside = Math.max(around.inside, inside + 1);
                        outer -= around.prefixes + 1;
                    }
                }
                case StrategyLexer.COMMA -> level.nextArgument();
                case StrategyLexer.NOT, StrategyLexer.QUESTION -> {
                    level.prefixes++;
                    level.operators++;
                }
                case StrategyLexer.MINUS -> {
                    level.operators++;
                    level.prefixes += valueBefore ? 0 : 1;
                }
                default -> level.operators += Tokens.wantsMore(type) || type == StrategyLexer.FOREIGN ? 1 : 0;
            }
            if (outer + levels.element().prefixes > DEEPEST) {
                return Optional.of(new TooDeep(
                        token, "This is nested more than " + DEEPEST + " deep; give parts of it names of their own."));
            }
            valueBefore = Tokens.endsValue(type);
        }
        Token last = statement.get(statement.size() - 1);
        return depth() > LONGEST_CHAIN
                ? Optional.of(new TooDeep(
                        last,
                        "This statement chains more than " + LONGEST_CHAIN
                                + " operators; give parts of it names of their own."))
                : Optional.empty();
    }

    private int depth() {
        int inside = 0;
        for (Level level : levels) {
            level.inside = Math.max(level.inside, inside);
            inside = level.close() + 1;
        }
        return inside;
    }
}
