package studio.engine.language.typing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Nearest;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Syntax;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.ValueKind;
import studio.model.strategy.ParameterInfo;

/** Checks that a value is of the kind that its place asks for; reports what it is instead and answers null. */
final class Kinds {
    /** How far back a text may look, in bars. */
    static final int LONGEST_HISTORY = 5_000;

    private final String text;
    private final Problems problems;

    Kinds(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** With its article, for a sentence. */
    static String name(ValueKind kind) {
        return switch (kind) {
            case NUMBER -> "a number";
            case YES_NO -> "a yes/no condition";
            case TEXT -> "a text";
        };
    }

    /** As a person would write it, with at most nine digits. */
    static String figure(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        return new BigDecimal(value)
                .round(new MathContext(9))
                .stripTrailingZeros()
                .toString();
    }

    @Nullable
    Expression number(Syntax syntax, Expression typed) {
        if (typed.type().kind() == ValueKind.NUMBER) {
            return typed;
        }
        problems.add(
                syntax.span(),
                "A number is expected here; this is " + name(typed.type().kind()) + ".");
        return null;
    }

    @Nullable
    Expression condition(Syntax syntax, Expression typed) {
        if (typed.type().kind() == ValueKind.YES_NO) {
            return typed;
        }
        boolean number = typed.type().kind() == ValueKind.NUMBER;
        problems.add(
                syntax.span(),
                "A condition is expected here, such as close > open; this is "
                        + name(typed.type().kind()) + ".",
                number ? Problems.inside(syntax.span().of(text)) + " > 0" : null);
        return null;
    }

    /** A value that is the same on every bar: made of numbers, texts and inputs only. */
    @Nullable
    Expression single(Syntax syntax, Expression typed, String what) {
        if (!typed.type().series()) {
            return typed;
        }
        problems.add(
                syntax.span(),
                what
                        + " must be the same on every bar: made of numbers and inputs only; this changes from bar to bar.");
        return null;
    }

    /** A single number. */
    @Nullable
    Expression numberSingle(Syntax syntax, Expression typed, String what) {
        Expression number = number(syntax, typed);
        return number == null ? null : single(syntax, number, what);
    }

    /** A single number within limits that are inclusive. */
    @Nullable
    Expression numberSingle(Syntax syntax, Expression typed, String what, double least, double most) {
        Expression number = number(syntax, typed);
        Expression single = number == null ? null : single(syntax, number, what);
        return single == null ? null : within(syntax, single, what, least, most);
    }

    /** A single whole number within limits that are inclusive. */
    @Nullable
    Expression wholeSingle(Syntax syntax, Expression typed, String what, double least, double most) {
        Expression number = number(syntax, typed);
        Expression single = number == null ? null : single(syntax, number, what);
        if (single == null) {
            return null;
        }
        if (!single.type().whole()) {
            problems.add(syntax.span(), what + " must be a whole number.", wholeSuggestion(syntax, single));
            return null;
        }
        return within(syntax, single, what, least, most);
    }

    private String wholeSuggestion(Syntax syntax, Expression single) {
        return single instanceof Expression.NumberLiteral literal
                ? figure(Math.max(1, Math.rint(literal.value())))
                : "round(" + Problems.inside(syntax.span().of(text)) + ")";
    }

    private @Nullable Expression within(Syntax syntax, Expression single, String what, double least, double most) {
        Bounds bounds = Bounds.of(single);
        boolean plain = Bounds.isPlain(single);
        // Of what is computed from inputs it is enough that some values are right; others make a trial infeasible.
        boolean right =
                plain ? bounds.low() >= least && bounds.high() <= most : bounds.high() >= least && bounds.low() <= most;
        if (right) {
            return single;
        }
        String allowed = most == Double.POSITIVE_INFINITY
                ? "at least " + figure(least)
                : "between " + figure(least) + " and " + figure(most);
        String found = bounds.low() == bounds.high()
                ? figure(bounds.low())
                : "between " + figure(bounds.low()) + " and " + figure(bounds.high());
        boolean low = bounds.low() < least;
        problems.add(
                syntax.span(),
                what + " must be " + allowed + "; here it is " + found + ".",
                single instanceof Expression.NumberLiteral ? figure(low ? least : most) : null);
        return null;
    }

    /** A single text that is one of the choices. */
    @Nullable
    Expression textAmong(Syntax syntax, Expression typed, String what, List<String> choices) {
        if (typed.type().kind() != ValueKind.TEXT) {
            problems.add(
                    syntax.span(),
                    what + " must be one of " + quoted(choices) + "; this is "
                            + name(typed.type().kind()) + ".",
                    nameAsText(syntax, choices));
            return null;
        }
        for (String possible : possibleTexts(typed)) {
            if (!choices.contains(possible)) {
                problems.add(
                        syntax.span(),
                        what + " must be one of " + quoted(choices) + "; \"" + Problems.inside(possible) + "\" is not.",
                        Nearest.among(possible, choices).stream()
                                .findFirst()
                                .map(near -> '"' + near + '"')
                                .orElse(null));
                return null;
            }
        }
        return typed;
    }

    private @Nullable String nameAsText(Syntax syntax, List<String> choices) {
        String written = syntax.span().of(text);
        return choices.contains(written) ? '"' + written + '"' : null;
    }

    /** Whether a literal is one of the texts that the other side can be; reports it when not. */
    boolean isAmong(Syntax syntax, Expression input, Expression literal) {
        if (!(literal instanceof Expression.TextLiteral written) || !(input instanceof Expression.Input)) {
            return true;
        }
        List<String> choices = possibleTexts(input);
        if (choices.contains(written.value())) {
            return true;
        }
        problems.add(
                syntax.span(),
                "The input has no value \"" + Problems.inside(written.value()) + "\"; its values are " + quoted(choices)
                        + ".",
                Nearest.among(written.value(), choices).stream()
                        .findFirst()
                        .map(near -> '"' + near + '"')
                        .orElse(null));
        return false;
    }

    /** Every text that a single text may be. */
    static List<String> possibleTexts(Expression e) {
        List<String> texts = new ArrayList<>();
        collect(e, texts, 16);
        return texts;
    }

    private static void collect(Expression e, List<String> texts, int levels) {
        if (e instanceof Expression.TextLiteral literal) {
            texts.add(literal.value());
        } else if (e instanceof Expression.Input input) {
            ParameterInfo parameter = input.parameter();
            List<Object> values = parameter.values();
            if (values != null) {
                values.forEach(value -> texts.add(value.toString()));
            }
        } else if (e instanceof Expression.Choice choice && levels > 0) {
            collect(choice.whenYes(), texts, levels - 1);
            collect(choice.whenNo(), texts, levels - 1);
        }
    }

    private static String quoted(List<String> choices) {
        return choices.stream().map(choice -> '"' + choice + '"').collect(Collectors.joining(", "));
    }
}
