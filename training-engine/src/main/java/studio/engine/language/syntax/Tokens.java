package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Pair;
import studio.engine.language.syntax.generated.StrategyLexer;

/** Tokens of the grammar as this package handles them. */
final class Tokens {
    private Tokens() {}

    /** All tokens of a text with its line ends, without the end of the text. */
    static List<Token> of(String text) {
        StrategyLexer lexer = new StrategyLexer(new TextStream(text));
        lexer.removeErrorListeners();
        return withPercents(lexer.getAllTokens());
    }

    /** {@code 2%} is a number where nothing to divide by follows: {@code 2% * close}, but not {@code 7%3}. */
    private static List<Token> withPercents(List<? extends Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token last = joined.isEmpty() ? token : joined.get(joined.size() - 1);
            boolean percent = token.getType() == StrategyLexer.PERCENT
                    && last.getType() == StrategyLexer.NUMBER
                    && adjacent(last, token)
                    && !last.getText().endsWith("%")
                    && !dividesBy(tokens, i);
            if (percent) {
                joined.set(joined.size() - 1, joined(last, token, StrategyLexer.NUMBER));
            } else {
                joined.add(token);
            }
        }
        return joined;
    }

    /** Whether the percent sign there stands before a value; the words behind an input's range are none unless they touch it. */
    private static boolean dividesBy(List<? extends Token> tokens, int percent) {
        if (percent + 1 >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(percent + 1);
        boolean part = next.getType() == StrategyLexer.STEP
                || next.getType() == StrategyLexer.UNIT
                || next.getType() == StrategyLexer.TEXT;
        return beginsValue(next.getType()) && (!part || adjacent(tokens.get(percent), next));
    }

    static Span span(Token token) {
        return new Span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }

    /** What a problem with tokens of a statement spans. */
    static Span span(List<Token> tokens) {
        return span(tokens.get(0)).to(span(tokens.get(tokens.size() - 1)));
    }

    /** The token with another type and text, at the same place. */
    static Token as(Token token, int type, String text) {
        CommonToken changed = new CommonToken(
                new Pair<>(token.getTokenSource(), token.getInputStream()),
                type,
                Token.DEFAULT_CHANNEL,
                token.getStartIndex(),
                token.getStopIndex());
        changed.setText(text);
        return changed;
    }

    /** Two neighbours as one. */
    static Token joined(Token first, Token second, int type) {
        CommonToken joined = new CommonToken(
                new Pair<>(first.getTokenSource(), first.getInputStream()),
                type,
                Token.DEFAULT_CHANNEL,
                first.getStartIndex(),
                second.getStopIndex());
        joined.setText(first.getText() + second.getText());
        return joined;
    }

    static boolean adjacent(Token first, Token second) {
        return first.getStopIndex() + 1 == second.getStartIndex();
    }

    /** A word: a name or a word of the language. */
    static boolean isWord(Token token) {
        int type = token.getType();
        return type == StrategyLexer.NAME || type >= StrategyLexer.STRATEGY && type <= StrategyLexer.NO;
    }

    /** What may be the name of a value: see the grammar's rule {@code name}. */
    static boolean isName(int type) {
        return switch (type) {
            case StrategyLexer.NAME,
                    StrategyLexer.UNIT,
                    StrategyLexer.STEP,
                    StrategyLexer.RISK,
                    StrategyLexer.EQUITY,
                    StrategyLexer.VOLATILITY,
                    StrategyLexer.BAR,
                    StrategyLexer.BARS -> true;
            default -> false;
        };
    }

    /** Whether a value may begin with it, other than a sign. */
    static boolean beginsValue(int type) {
        return switch (type) {
            case StrategyLexer.NUMBER,
                    StrategyLexer.TEXT,
                    StrategyLexer.YES,
                    StrategyLexer.NO,
                    StrategyLexer.STOP,
                    StrategyLexer.OPEN -> true;
            default -> isName(type);
        };
    }

    /** Whether a value may end with it. */
    static boolean endsValue(int type) {
        return beginsValue(type) && type != StrategyLexer.OPEN
                || type == StrategyLexer.CLOSE
                || type == StrategyLexer.CLOSE_LIST;
    }

    /** The word that every statement but a definition begins with. */
    static boolean beginsStatement(int type) {
        return type >= StrategyLexer.STRATEGY && type <= StrategyLexer.SIZE;
    }

    /** An operator between two values, or what a value must follow. */
    static boolean wantsMore(int type) {
        return switch (type) {
            case StrategyLexer.AND,
                    StrategyLexer.OR,
                    StrategyLexer.NOT,
                    StrategyLexer.WHEN,
                    StrategyLexer.IN,
                    StrategyLexer.ASSIGN,
                    StrategyLexer.EQUAL,
                    StrategyLexer.NOT_EQUAL,
                    StrategyLexer.AT_MOST,
                    StrategyLexer.AT_LEAST,
                    StrategyLexer.LESS,
                    StrategyLexer.GREATER,
                    StrategyLexer.PLUS,
                    StrategyLexer.MINUS,
                    StrategyLexer.TIMES,
                    StrategyLexer.DIVIDE,
                    StrategyLexer.PERCENT,
                    StrategyLexer.QUESTION,
                    StrategyLexer.COLON,
                    StrategyLexer.COMMA,
                    StrategyLexer.RANGE,
                    StrategyLexer.DOT -> true;
            default -> false;
        };
    }

    /** What no statement begins with, so that a line beginning with it goes on with the last one. */
    static boolean continues(int type) {
        return wantsMore(type) && type != StrategyLexer.NOT && type != StrategyLexer.IN
                || type == StrategyLexer.CLOSE
                || type == StrategyLexer.CLOSE_LIST
                || type == StrategyLexer.OPEN_LIST;
    }
}
