package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import studio.engine.language.syntax.generated.StrategyLexer;
import studio.model.market.Timeframe;

/**
 * Reports tokens that the language does not have and puts what was meant in their place, so that the rest of the statement is read
 * as well.
 */
final class Repairs {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("&&", "and"),
            Map.entry("&", "and"),
            Map.entry("||", "or"),
            Map.entry("|", "or"),
            Map.entry("!", "not"),
            Map.entry(":=", "="),
            Map.entry("<>", "!="),
            Map.entry("=!", "!="),
            Map.entry("!==", "!="),
            Map.entry("≠", "!="),
            Map.entry("===", "=="),
            Map.entry("=<", "<="),
            Map.entry("≤", "<="),
            Map.entry("=>", ">="),
            Map.entry("≥", ">="),
            Map.entry("×", "*"),
            Map.entry("÷", "/"),
            Map.entry("−", "-"),
            Map.entry("…", ".."));

    private static final String NO_POWER =
            "There is no sign for powers; write x * x for a square, sqrt(x) for a root, exp(n * log(x)) for others.";
    private static final String NO_CHANGE =
            "A value never changes its meaning, so there is no counting up or down; define a new name with =.";

    private static final Map<String, String> WITHOUT_TWIN = Map.ofEntries(
            Map.entry("**", NO_POWER),
            Map.entry("^", NO_POWER),
            Map.entry("+=", NO_CHANGE),
            Map.entry("-=", NO_CHANGE),
            Map.entry("*=", NO_CHANGE),
            Map.entry("/=", NO_CHANGE),
            Map.entry("++", NO_CHANGE),
            Map.entry("--", NO_CHANGE),
            Map.entry("{", "There are no blocks; every line is a statement of its own."),
            Map.entry("}", "There are no blocks; every line is a statement of its own."));

    private final Problems problems;
    private final List<Token> repaired = new ArrayList<>();
    private boolean beyondRepair;

    private Repairs(Problems problems) {
        this.problems = problems;
    }

    /**
     * A statement's tokens after repair.
     *
     * @param whole false when something was left out that has no counterpart: what the parser then finds may follow from it
     */
    record Repaired(List<Token> tokens, boolean whole) {}

    static Repaired repair(List<Token> statement, Problems problems) {
        boolean callOfPine = statement.size() > 1
                && statement.get(0).getType() == StrategyLexer.STRATEGY
                && statement.get(1).getType() == StrategyLexer.OPEN;
        if (callOfPine) {
            // It is reported as a whole.
            return new Repaired(statement, true);
        }
        Repairs repairs = new Repairs(problems);
        int assignment = assignment(statement);
        for (int i = 0; i < statement.size(); i++) {
            if (isArgumentName(statement, i)) {
                problems.add(
                        Tokens.span(statement.subList(i, i + 2)),
                        "Arguments have no names; they stand in their order.");
                i++;
            } else {
                repairs.take(statement, i, assignment);
            }
        }
        return new Repaired(repairs.repaired, !repairs.beyondRepair);
    }

    /** Where the statement's own equals sign may stand: behind the name of an input or definition. */
    private static int assignment(List<Token> statement) {
        int first = statement.get(0).getType();
        boolean two = first == StrategyLexer.INPUT
                || statement.size() > 2
                        && Tokens.isWord(statement.get(0))
                        && Tokens.isWord(statement.get(1))
                        && !Tokens.beginsStatement(first);
        return two ? 2 : 1;
    }

    /** {@code length =} in {@code sma(close, length = 20)}. */
    private static boolean isArgumentName(List<Token> statement, int i) {
        if (i < 2 || i + 2 >= statement.size() || !Tokens.isWord(statement.get(i))) {
            return false;
        }
        int before = statement.get(i - 1).getType();
        return (before == StrategyLexer.OPEN && Tokens.isWord(statement.get(i - 2)) || before == StrategyLexer.COMMA)
                && statement.get(i + 1).getType() == StrategyLexer.ASSIGN;
    }

    private void take(List<Token> statement, int i, int assignment) {
        Token token = statement.get(i);
        String text = token.getText();
        switch (token.getType()) {
            case StrategyLexer.FOREIGN -> foreign(statement, i, text);
            case StrategyLexer.ASSIGN -> {
                if (i <= assignment) {
                    repaired.add(token);
                } else {
                    replace(
                            token,
                            StrategyLexer.EQUAL,
                            "==",
                            "A comparison is written ==; a single = only defines a name, and arguments have no names.");
                }
            }
            case StrategyLexer.SINGLE_QUOTED -> {
                String inside = text.substring(1, text.length() - 1);
                replace(
                        token,
                        StrategyLexer.TEXT,
                        '"' + inside + '"',
                        "Texts stand in straight double quotation marks: \"" + Problems.inside(inside) + "\".");
            }
            case StrategyLexer.OPEN_TEXT ->
                replace(
                        token,
                        StrategyLexer.TEXT,
                        text.stripTrailing() + '"',
                        "This text has no closing quotation mark.");
            case StrategyLexer.WRONG_NUMBER -> wrongNumber(token, text);
            case StrategyLexer.UNKNOWN -> unknown(statement, i);
            case StrategyLexer.NAME -> word(token, text);
            default -> repaired.add(token);
        }
    }

    private void foreign(List<Token> statement, int i, String text) {
        Token token = statement.get(i);
        String sign = SIGNS.get(text);
        if (sign != null) {
            replace(
                    token,
                    Words.type(sign).orElseThrow(),
                    sign,
                    "Found " + Problems.quote(text) + "; that is written " + sign + " here.");
        } else if (text.equals(";")) {
            semicolon(statement, i);
        } else {
            beyondRepair = true;
            problems.add(
                    Tokens.span(token),
                    WITHOUT_TWIN.getOrDefault(text, "The sign " + Problems.quote(text) + " has no meaning here."));
        }
    }

    private void semicolon(List<Token> statement, int i) {
        Token token = statement.get(i);
        int open = 0;
        for (Token before : statement.subList(0, i)) {
            open += before.getType() == StrategyLexer.OPEN ? 1 : before.getType() == StrategyLexer.CLOSE ? -1 : 0;
        }
        if (open > 0) {
            replace(token, StrategyLexer.COMMA, ",", "Arguments are separated by commas.");
        } else {
            problems.add(Tokens.span(token), "A statement ends with its line; leave the ; out.");
        }
    }

    private void wrongNumber(Token token, String text) {
        String timeframe = text.toLowerCase(java.util.Locale.ROOT);
        if (text.startsWith(".")) {
            replace(token, StrategyLexer.NUMBER, "0" + text, "A number begins with a digit.");
        } else if (Timeframe.find(timeframe).isPresent()) {
            replace(
                    token,
                    StrategyLexer.TEXT,
                    '"' + timeframe + '"',
                    "A timeframe is a text and stands in double quotation marks.");
        } else {
            int digits = 0;
            while (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '_') {
                digits++;
            }
            repaired.add(Tokens.as(token, StrategyLexer.NUMBER, text.substring(0, digits)));
            problems.add(
                    Tokens.span(token),
                    Problems.quote(text) + " is neither a number nor a name; names begin with a letter.");
        }
    }

    /** Strange characters in a row are one problem. */
    private void unknown(List<Token> statement, int i) {
        Token token = statement.get(i);
        boolean first = i == 0
                || statement.get(i - 1).getType() != StrategyLexer.UNKNOWN
                || !Tokens.adjacent(statement.get(i - 1), token);
        beyondRepair = true;
        if (first) {
            int last = i;
            while (last + 1 < statement.size()
                    && statement.get(last + 1).getType() == StrategyLexer.UNKNOWN
                    && Tokens.adjacent(statement.get(last), statement.get(last + 1))) {
                last++;
            }
            StringBuilder characters = new StringBuilder();
            for (Token strange : statement.subList(i, last + 1)) {
                characters.append(strange.getText());
            }
            problems.add(
                    Tokens.span(token).to(Tokens.span(statement.get(last))),
                    "The language has no " + Problems.quote(characters.toString()) + ".");
        }
    }

    private void word(Token token, String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (!lower.equals(text) && Words.type(lower).isPresent()) {
            replace(
                    token,
                    Words.type(lower).orElseThrow(),
                    lower,
                    "Words of the language are written in small letters: " + lower + ".");
        } else {
            repaired.add(token);
        }
    }

    private void replace(Token token, int type, String written, String message) {
        problems.add(Tokens.span(token), message, written);
        repaired.add(Tokens.as(token, type, written));
    }
}
