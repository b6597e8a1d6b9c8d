package studio.engine.language.typing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Functions;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Span;
import studio.engine.language.syntax.Syntax;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.language.tree.UnaryOperator;
import studio.engine.language.tree.ValueKind;

/**
 * Gives expressions their meaning: names and types. Every part of an expression is looked at even when another is wrong; where
 * something is wrong the answer is null, and nothing more is said of what uses it. Used by one thread.
 */
final class Typer {
    /** How many expressions may stand within each other, through all definitions. */
    static final int DEEPEST = 500;

    private static final Map<String, SeriesColumn> COLUMNS = Arrays.stream(SeriesColumn.values())
            .collect(Collectors.toUnmodifiableMap(SeriesColumn::word, Function.identity()));

    private final String text;
    private final Problems problems;
    private final Expressions expressions;
    private final Names names;
    private final CallTyper calls;
    private final UnknownNames unknown;
    private final Kinds kinds;
    private @Nullable List<Span> stopUses;
    private boolean deepReported;

    Typer(String text, Problems problems, Expressions expressions, Names names) {
        this.text = text;
        this.problems = problems;
        this.expressions = expressions;
        this.names = names;
        this.kinds = new Kinds(text, problems);
        this.unknown = new UnknownNames(problems, names, COLUMNS.keySet());
        this.calls = new CallTyper(this, text, problems, expressions, names);
    }

    /** A column of that name; empty when there is none. */
    static Optional<SeriesColumn> column(String name) {
        return Optional.ofNullable(COLUMNS.get(name));
    }

    Kinds kinds() {
        return kinds;
    }

    /** A rule's number in which the word {@code stop} is a value; where it stands is added to the list. */
    @Nullable
    Expression numberWithStop(Syntax syntax, List<Span> uses) {
        stopUses = uses;
        try {
            return number(syntax);
        } finally {
            stopUses = null;
        }
    }

    /** A number, single or one a bar; null when it is none. */
    @Nullable
    Expression number(Syntax syntax) {
        Expression typed = plain(syntax);
        return typed == null ? null : kinds.number(syntax, typed);
    }

    /** A condition, single or one a bar; null when it is none. */
    @Nullable
    Expression condition(Syntax syntax) {
        Expression typed = plain(syntax);
        return typed == null ? null : kinds.condition(syntax, typed);
    }

    /** Any value that is one value, not several outputs. */
    @Nullable
    Expression plain(Syntax syntax) {
        Value value = value(syntax);
        if (value instanceof Value.Several several) {
            List<String> outputs = several.function().outputs();
            problems.add(
                    syntax.span(),
                    several.function().name() + " has several outputs; choose one of " + String.join(", ", outputs)
                            + " behind a dot.",
                    Problems.inside(syntax.span().of(text)) + "." + outputs.get(0));
            return null;
        }
        return value instanceof Value.Plain plain ? plain.expression() : null;
    }

    /** Any value; null when something in it is wrong. */
    @Nullable
    Value value(Syntax syntax) {
        if (syntax instanceof Syntax.Group group) {
            return value(group.inner());
        } else if (syntax instanceof Syntax.Name name) {
            return name(name);
        } else if (syntax instanceof Syntax.Call call) {
            return bounded(calls.call(call), call.span());
        }
        Expression typed = expression(syntax);
        return typed == null ? null : bounded(new Value.Plain(typed), syntax.span());
    }

    private @Nullable Value bounded(@Nullable Value value, Span span) {
        boolean deep = value instanceof Value.Plain plain && expressions.depth(plain.expression()) > DEEPEST
                || value instanceof Value.Several several
                        && several.arguments().stream().anyMatch(e -> expressions.depth(e) >= DEEPEST);
        if (deep && !deepReported) {
            deepReported = true;
            problems.add(
                    span,
                    "This builds on values that build on others, more than " + DEEPEST
                            + " within each other; that is the limit.");
        }
        return deep ? null : value;
    }

    private @Nullable Expression expression(Syntax syntax) {
        if (syntax instanceof Syntax.Number number) {
            return expressions.number(number.value(), number.whole());
        } else if (syntax instanceof Syntax.Text literal) {
            return expressions.text(literal.value());
        } else if (syntax instanceof Syntax.YesNo literal) {
            return expressions.yesNo(literal.value());
        } else if (syntax instanceof Syntax.Stop) {
            return stop(syntax.span());
        } else if (syntax instanceof Syntax.Output output) {
            return output(output);
        } else if (syntax instanceof Syntax.Ago ago) {
            return ago(ago);
        } else if (syntax instanceof Syntax.Unary unary) {
            return unary(unary);
        } else if (syntax instanceof Syntax.Binary binary) {
            return binary(binary);
        }
        return choice((Syntax.Choice) syntax);
    }

    private @Nullable Expression stop(Span span) {
        if (stopUses == null) {
            problems.add(
                    span,
                    "The word stop is a value in target, trail and breakeven rules only, where it is the distance from the"
                            + " entry to the stop.");
            return null;
        }
        if (calls.insideOn()) {
            problems.add(span, "The stop's distance belongs to a position, so it has no value on another timeframe.");
            return null;
        }
        stopUses.add(span);
        return expressions.stopDistance();
    }

    private @Nullable Value name(Syntax.Name written) {
        String name = written.name();
        Value own = names.find(name);
        if (own != null) {
            return own;
        }
        if (names.isUnreadable(name)) {
            return null;
        }
        Optional<SeriesColumn> column = column(name);
        if (column.isPresent()) {
            return new Value.Plain(expressions.column(column.get()));
        }
        if (Functions.isBare(name)) {
            return calls.bare(name);
        }
        unknown.report(written.span(), name);
        return null;
    }

    private @Nullable Expression output(Syntax.Output output) {
        if (output.of() instanceof Syntax.Name space && unknown.isForeignSpace(space.name())) {
            unknown.reportSpace(output.span(), space.name(), output.name());
            return null;
        }
        Value of = value(output.of());
        if (of instanceof Value.Several several) {
            List<String> outputs = several.function().outputs();
            if (outputs.contains(output.name())) {
                return calls.output(several, output.name());
            }
            problems.add(
                    output.nameSpan(),
                    several.function().name() + " has no output " + Problems.quote(output.name()) + "; possible are "
                            + String.join(", ", outputs) + ".",
                    ForeignNames.output(output.name(), outputs).orElse(null));
            return null;
        }
        if (of != null) {
            problems.add(
                    output.nameSpan(),
                    "This is one value and has no outputs; a dot stands behind functions with several, such as macd.");
        }
        return null;
    }

    private @Nullable Expression ago(Syntax.Ago ago) {
        Expression of = plain(ago.of());
        Expression bars = plain(ago.bars());
        if (bars != null) {
            bars = kinds.wholeSingle(ago.bars(), bars, "The number of bars to look back", 0, Kinds.LONGEST_HISTORY);
        }
        if (of == null || bars == null) {
            return null;
        }
        if (!of.type().series()) {
            problems.add(
                    ago.of().span(),
                    of.type().kind() == ValueKind.TEXT
                            ? "A text is the same on every bar; there is nothing to look back at."
                            : "A single value is the same on every bar; only what changes from bar to bar can be looked"
                                    + " back at.");
            return null;
        }
        if (expressions.containsStop(of)) {
            problems.add(
                    ago.of().span(), "The stop's distance is one value of a position; it has no bars to look back.");
            return null;
        }
        return expressions.ago(of, bars);
    }

    private @Nullable Expression unary(Syntax.Unary unary) {
        if (unary.operator() == UnaryOperator.NOT) {
            Expression operand = condition(unary.operand());
            return operand == null ? null : expressions.not(operand);
        }
        Expression operand = number(unary.operand());
        return operand == null ? null : expressions.negate(operand);
    }

    private @Nullable Expression binary(Syntax.Binary binary) {
        BinaryOperator operator = binary.operator();
        return switch (operator) {
            case AND, OR -> both(operator, condition(binary.left()), condition(binary.right()));
            case EQUAL, NOT_EQUAL -> equality(binary);
            case LESS, AT_MOST, GREATER, AT_LEAST ->
                isChain(binary) ? null : both(operator, number(binary.left()), number(binary.right()));
            default -> both(operator, number(binary.left()), number(binary.right()));
        };
    }

    private @Nullable Expression both(BinaryOperator operator, @Nullable Expression left, @Nullable Expression right) {
        return left == null || right == null ? null : expressions.binary(operator, left, right);
    }

    /** {@code a < b < c}, which elsewhere means that b lies between. */
    private boolean isChain(Syntax.Binary binary) {
        if (!(binary.left() instanceof Syntax.Binary first) || !isOrder(first.operator())) {
            return false;
        }
        plain(first.left());
        plain(first.right());
        plain(binary.right());
        problems.add(
                binary.span(),
                "A comparison has two sides; that a value lies between two others takes two comparisons with and.",
                Problems.inside(first.span().of(text)) + " and "
                        + Problems.inside(first.right().span().of(text)) + " "
                        + binary.operator().sign() + " "
                        + Problems.inside(binary.right().span().of(text)));
        return true;
    }

    private static boolean isOrder(BinaryOperator operator) {
        return operator == BinaryOperator.LESS
                || operator == BinaryOperator.AT_MOST
                || operator == BinaryOperator.GREATER
                || operator == BinaryOperator.AT_LEAST;
    }

    private @Nullable Expression equality(Syntax.Binary binary) {
        Expression left = plain(binary.left());
        Expression right = plain(binary.right());
        if (left == null || right == null) {
            return null;
        }
        ValueKind kind = left.type().kind();
        if (kind != right.type().kind()) {
            problems.add(
                    binary.span(),
                    "Only values of a kind can be compared; here " + Kinds.name(kind) + " is compared with "
                            + Kinds.name(right.type().kind()) + ".");
            return null;
        }
        if (kind == ValueKind.TEXT
                && !(kinds.isAmong(binary.right(), left, right) && kinds.isAmong(binary.left(), right, left))) {
            return null;
        }
        return expressions.binary(binary.operator(), left, right);
    }

    private @Nullable Expression choice(Syntax.Choice choice) {
        Expression condition = condition(choice.condition());
        Expression whenYes = plain(choice.whenYes());
        Expression whenNo = plain(choice.whenNo());
        if (condition == null || whenYes == null || whenNo == null) {
            return null;
        }
        if (whenYes.type().kind() != whenNo.type().kind()) {
            problems.add(
                    choice.whenNo().span(),
                    "Both values of a choice must be of a kind; the first is "
                            + Kinds.name(whenYes.type().kind()) + ", this is "
                            + Kinds.name(whenNo.type().kind()) + ".");
            return null;
        }
        if (whenYes.type().kind() == ValueKind.TEXT && condition.type().series()) {
            problems.add(
                    choice.condition().span(),
                    "A text cannot change from bar to bar; this condition does. Use inputs and numbers only.");
            return null;
        }
        return Objects.requireNonNull(expressions.choice(condition, whenYes, whenNo));
    }
}
