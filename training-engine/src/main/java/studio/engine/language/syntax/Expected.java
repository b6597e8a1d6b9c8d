package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import studio.engine.language.syntax.generated.StrategyLexer;

/** Says in words which tokens are possible at a place. */
final class Expected {
    private static final List<Integer> VALUE = List.of(
            StrategyLexer.NUMBER,
            StrategyLexer.TEXT,
            StrategyLexer.YES,
            StrategyLexer.NO,
            StrategyLexer.STOP,
            StrategyLexer.OPEN,
            StrategyLexer.MINUS,
            StrategyLexer.NOT);

    private static final List<Integer> OPERATORS = List.of(
            StrategyLexer.PLUS,
            StrategyLexer.MINUS,
            StrategyLexer.TIMES,
            StrategyLexer.DIVIDE,
            StrategyLexer.PERCENT,
            StrategyLexer.LESS,
            StrategyLexer.AT_MOST,
            StrategyLexer.GREATER,
            StrategyLexer.AT_LEAST,
            StrategyLexer.EQUAL,
            StrategyLexer.NOT_EQUAL,
            StrategyLexer.AND,
            StrategyLexer.OR,
            StrategyLexer.QUESTION,
            StrategyLexer.DOT,
            StrategyLexer.OPEN_LIST);

    private final Set<Integer> types = new LinkedHashSet<>();

    Expected(IntervalSet expected) {
        types.addAll(expected.toList());
    }

    /** Here an input's further parts are possible too. */
    Expected withInputParts() {
        types.addAll(List.of(StrategyLexer.STEP, StrategyLexer.UNIT, StrategyLexer.WHEN, StrategyLexer.TEXT));
        return this;
    }

    /** Here an operator is possible too. */
    Expected withOperators() {
        types.addAll(OPERATORS);
        return this;
    }

    /** The words and signs that are possible, as they are written. */
    List<String> written() {
        List<String> written = new ArrayList<>();
        for (int type : types) {
            Words.written(type).ifPresent(written::add);
        }
        return written;
    }

    boolean contains(int type) {
        return types.contains(type);
    }

    /** For a sentence, e.g. {@code 'long' or 'short'}; always something. */
    String inWords() {
        Set<Integer> left = new LinkedHashSet<>(types);
        List<String> words = new ArrayList<>();
        boolean value = left.contains(StrategyLexer.NUMBER)
                && left.contains(StrategyLexer.OPEN)
                && left.contains(StrategyLexer.NAME);
        if (value) {
            VALUE.forEach(left::remove);
            words.add("a value");
        }
        boolean operator = left.contains(StrategyLexer.TIMES) && left.contains(StrategyLexer.AND);
        if (operator) {
            OPERATORS.forEach(left::remove);
            words.add("an operator such as + or 'and'");
        }
        if (left.contains(StrategyLexer.NAME)) {
            left.removeIf(Tokens::isName);
            if (!value) {
                words.add("a name");
            }
        }
        if (left.remove(StrategyLexer.NUMBER)) {
            left.remove(StrategyLexer.MINUS);
            words.add("a number");
        }
        if (left.remove(StrategyLexer.TEXT)) {
            words.add("a text in double quotation marks");
        }
        boolean ends = left.remove(Token.EOF);
        for (int type : left) {
            Words.written(type).map(word -> "'" + word + "'").ifPresent(words::add);
        }
        if (ends || words.isEmpty()) {
            words.add("the end of the line");
        }
        return join(words);
    }

    private static String join(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
