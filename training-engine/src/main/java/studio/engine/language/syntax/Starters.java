package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.generated.StrategyLexer;

/** How a statement begins, and what was meant where it begins with a word that the language does not have. */
final class Starters {
    private static final String POSSIBLE =
            "A line begins with strategy, input, require, enter, exit, stop, target, trail,"
                    + " breakeven or size, or with a name and =";

    /** Words that declare a name elsewhere; here the name alone does. */
    private static final Set<String> DECLARING = Set.of(
            "var", "varip", "let", "const", "val", "def", "float", "int", "bool", "double", "series", "set", "auto");

    private static final Set<String> RULES_OF_CODE =
            Set.of("if", "else", "for", "while", "switch", "return", "function", "class", "method", "begin", "end");

    private static final Set<String> PICTURES = Set.of(
            "plot",
            "plotshape",
            "plotchar",
            "hline",
            "bgcolor",
            "alert",
            "alertcondition",
            "label",
            "line",
            "table",
            "print",
            "import",
            "export",
            "library");

    private final Problems problems;

    Starters(Problems problems) {
        this.problems = problems;
    }

    /** The statement with a beginning that the parser knows; empty when what was meant cannot be guessed. */
    Optional<List<Token>> begin(List<Token> statement) {
        Token first = statement.get(0);
        int type = first.getType();
        int next = type(statement, 1);
        if (next == StrategyLexer.ASSIGN) {
            return definition(statement, type);
        }
        if (type == StrategyLexer.STRATEGY && (next == StrategyLexer.DOT || next == StrategyLexer.OPEN)) {
            return ofPine(statement);
        }
        if (Tokens.beginsStatement(type)) {
            return Optional.of(statement);
        }
        if (!Tokens.isWord(first)) {
            return notAWord(statement);
        }
        String word = first.getText();
        if (DECLARING.contains(word) && statement.size() > 2) {
            problems.add(
                    Tokens.span(first),
                    "A name is defined by itself, as in trend = ema(close, 50); leave " + Problems.quote(word)
                            + " out.");
            return begin(statement.subList(1, statement.size()));
        }
        return word(statement, word, next);
    }

    private Optional<List<Token>> definition(List<Token> statement, int type) {
        Token first = statement.get(0);
        if (Tokens.isName(type)) {
            return Optional.of(statement);
        }
        boolean rule = type == StrategyLexer.STOP
                || type == StrategyLexer.TARGET
                || type == StrategyLexer.TRAIL
                || type == StrategyLexer.STRATEGY;
        if (rule && statement.size() > 2) {
            problems.add(
                    Tokens.span(statement.get(1)),
                    "The rule " + first.getText() + " is written without =, as in "
                            + StatementForms.example(first.getText()) + ".");
            List<Token> without = new ArrayList<>(statement);
            without.remove(1);
            return Optional.of(without);
        }
        if (Tokens.isWord(first)) {
            problems.add(
                    Tokens.span(first),
                    Problems.quote(first.getText()) + " is a word of the language and cannot be the name of a value.",
                    "my_" + first.getText());
            List<Token> renamed = new ArrayList<>(statement);
            renamed.set(0, Tokens.as(first, StrategyLexer.NAME, "my_" + first.getText()));
            return Optional.of(renamed);
        }
        problems.add(Tokens.span(first), "A name is expected before =.");
        return Optional.empty();
    }

    private Optional<List<Token>> ofPine(List<Token> statement) {
        if (type(statement, 1) == StrategyLexer.OPEN) {
            boolean titled = type(statement, 2) == StrategyLexer.TEXT;
            problems.add(
                    Tokens.span(statement),
                    "The title stands behind strategy without parentheses; costs and sizes are set elsewhere.",
                    titled ? "strategy " + statement.get(2).getText() : null);
            return Optional.empty();
        }
        String member = statement.size() > 2 ? statement.get(2).getText() : "";
        @Nullable
        String meant = switch (member) {
            case "entry", "order" -> "enter long when";
            case "close", "close_all" -> "exit when";
            case "exit" -> "stop";
            default -> null;
        };
        problems.add(
                Tokens.span(statement.subList(0, Math.min(3, statement.size()))),
                "Rules are not called like functions; they are lines such as enter long when …, exit when …, stop … and"
                        + " target ….",
                meant);
        return Optional.empty();
    }

    private Optional<List<Token>> notAWord(List<Token> statement) {
        Token first = statement.get(0);
        if (first.getType() == StrategyLexer.TEXT) {
            problems.add(
                    Tokens.span(first),
                    "A text stands behind strategy as its title or on the line below as its description, or behind an"
                            + " input.");
        } else {
            problems.add(Tokens.span(first), POSSIBLE + "; found " + Problems.quote(first.getText()) + ".");
        }
        return Optional.empty();
    }

    private Optional<List<Token>> word(List<Token> statement, String word, int next) {
        Token first = statement.get(0);
        Span span = Tokens.span(first);
        int type = first.getType();
        if (type == StrategyLexer.LONG || type == StrategyLexer.SHORT) {
            problems.add(span, "An entry begins with enter.", "enter " + word);
            List<Token> entry = new ArrayList<>(statement);
            entry.add(0, Tokens.as(first, StrategyLexer.ENTER, "enter"));
            return Optional.of(entry);
        }
        if (RULES_OF_CODE.contains(word)) {
            problems.add(
                    span,
                    "There are no branches, loops and functions; conditions stand behind when, as in "
                            + StatementForms.example("enter") + ", and values may be chosen by condition ? a : b.",
                    word.equals("if") ? "enter long when" : null);
            return Optional.empty();
        }
        if (PICTURES.contains(word)) {
            problems.add(span, "A strategy draws, reports and imports nothing; leave this line out.");
            return Optional.empty();
        }
        boolean used = next == StrategyLexer.OPEN || Tokens.continues(next) && next != StrategyLexer.WHEN;
        Optional<String> meant = used ? Optional.empty() : Words.starter(word);
        if (meant.isPresent()) {
            problems.add(span, POSSIBLE + "; found " + Problems.quote(word) + ".", meant.get());
            return replaced(statement, meant.get());
        }
        if (Tokens.isName(type) && (used || statement.size() == 1)) {
            problems.add(
                    span,
                    "A value alone does nothing; give it a name, as in value = " + Problems.inside(word)
                            + "…, or use it in a rule.",
                    "value = " + Problems.inside(word));
            return Optional.empty();
        }
        if (Tokens.isName(type) && Tokens.beginsValue(next)) {
            problems.add(span, POSSIBLE + "; found " + Problems.quote(word) + ".", Problems.inside(word) + " =");
            return Optional.empty();
        }
        problems.add(span, POSSIBLE + "; found " + Problems.quote(word) + ".");
        return Optional.empty();
    }

    /** The statement with the words that were meant, as far as they are not there already. */
    private static Optional<List<Token>> replaced(List<Token> statement, String words) {
        List<Token> replaced = new ArrayList<>();
        List<Token> rest = statement.subList(1, statement.size());
        for (String word : words.split(" ")) {
            int type = Words.type(word).orElseThrow();
            boolean there = rest.stream().limit(2).anyMatch(token -> token.getType() == type);
            boolean otherSide = type == StrategyLexer.LONG && type(rest, 0) == StrategyLexer.SHORT;
            if (!there && !otherSide) {
                replaced.add(Tokens.as(statement.get(0), type, word));
            } else if (there && type(rest, 0) == type) {
                replaced.add(rest.get(0));
                rest = rest.subList(1, rest.size());
            }
        }
        replaced.addAll(rest);
        return Optional.of(replaced);
    }

    private static int type(List<Token> statement, int i) {
        return i < statement.size() ? statement.get(i).getType() : Token.EOF;
    }
}
