package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import studio.engine.language.syntax.generated.StrategyLexer;

/**
 * Cuts a text's tokens into statements. A statement ends with its line, but goes on inside brackets, after an operator and before
 * a line that begins with one. A line that clearly begins a statement ends the one before it whatever is missing there, so that
 * a forgotten bracket costs one statement only.
 */
final class Statements {
    private final List<Token> tokens;
    private final List<List<Token>> statements = new ArrayList<>();
    private List<Token> current = new ArrayList<>();
    private int open;

    private Statements(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The tokens of each statement, none of them empty. */
    static List<List<Token>> of(List<Token> tokens) {
        return new Statements(tokens).cut();
    }

    private List<List<Token>> cut() {
        boolean lineEnded = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == StrategyLexer.LINE_END) {
                lineEnded = true;
                continue;
            }
            if (lineEnded && !current.isEmpty() && !goesOn(i)) {
                end();
            }
            lineEnded = false;
            current.add(token);
            count(token);
            if (open == 0 && isSemicolon(token)) {
                end();
            }
        }
        end();
        return statements;
    }

    /** Elsewhere a statement's end; it is reported where it stands. */
    private static boolean isSemicolon(Token token) {
        return token.getType() == StrategyLexer.FOREIGN && token.getText().equals(";");
    }

    private void count(Token token) {
        switch (token.getType()) {
            case StrategyLexer.OPEN, StrategyLexer.OPEN_LIST -> open++;
            case StrategyLexer.CLOSE, StrategyLexer.CLOSE_LIST -> open = Math.max(0, open - 1);
            default -> {}
        }
    }

    private void end() {
        if (!current.isEmpty()) {
            statements.add(current);
        }
        current = new ArrayList<>();
        open = 0;
    }

    /** Whether the line that begins with that token goes on with the current statement. */
    private boolean goesOn(int i) {
        int type = tokens.get(i).getType();
        if (beginsStatement(i)) {
            return false;
        }
        int last = current.get(current.size() - 1).getType();
        boolean description = type == StrategyLexer.TEXT
                && current.size() == 2
                && current.get(0).getType() == StrategyLexer.STRATEGY;
        return open > 0 || Tokens.wantsMore(last) || Tokens.continues(type) || description;
    }

    private boolean beginsStatement(int i) {
        int type = tokens.get(i).getType();
        int next = i + 1 < tokens.size() ? tokens.get(i + 1).getType() : Token.EOF;
        if (type == StrategyLexer.STOP) {
            // In a target or trail rule the word is a value.
            return Tokens.beginsValue(next)
                    || next == StrategyLexer.AT
                    || next == StrategyLexer.LONG
                    || next == StrategyLexer.SHORT;
        }
        return Tokens.beginsStatement(type) || Tokens.isWord(tokens.get(i)) && assigns(next, i + 1);
    }

    private boolean assigns(int type, int i) {
        return type == StrategyLexer.ASSIGN
                || type == StrategyLexer.FOREIGN && tokens.get(i).getText().equals(":=");
    }
}
