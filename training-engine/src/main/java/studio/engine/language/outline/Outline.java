package studio.engine.language.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.Positions;
import studio.engine.language.syntax.Span;
import studio.engine.language.syntax.Statement;
import studio.engine.language.syntax.Statement.Side;
import studio.engine.language.syntax.Syntax;
import studio.model.strategy.OutlineKind;
import studio.model.strategy.OutlineRow;
import studio.model.strategy.OutlineTerm;
import studio.model.strategy.TextRange;

/** Makes rows of statements. Used by one thread. */
public final class Outline {
    private final String text;
    private final Positions positions;

    private Outline(String text) {
        this.text = text;
        this.positions = new Positions(text);
    }

    /** One row for each statement, in the order of the text. */
    public static List<OutlineRow> of(String text, List<Statement> statements) {
        Outline outline = new Outline(text);
        List<OutlineRow> rows = new ArrayList<>();
        for (Statement statement : statements) {
            rows.add(outline.row(statement));
        }
        return rows;
    }

    private OutlineRow row(Statement statement) {
        if (statement instanceof Statement.Header header) {
            return value(header, OutlineKind.TITLE, "", "", "", header.title());
        } else if (statement instanceof Statement.Input input) {
            return input(input);
        } else if (statement instanceof Statement.Definition d) {
            return value(d, OutlineKind.DEFINITION, "", "", d.name(), d.value());
        } else if (statement instanceof Statement.Require require) {
            return condition(require, OutlineKind.REQUIRE, "", require.condition());
        } else if (statement instanceof Statement.Enter enter) {
            return condition(enter, OutlineKind.ENTER, side(enter.side()), enter.condition());
        } else if (statement instanceof Statement.Exit exit) {
            return condition(exit, OutlineKind.EXIT, side(exit.side()), exit.condition());
        } else if (statement instanceof Statement.Broken) {
            return textOnly(statement);
        }
        return rule(statement);
    }

    private OutlineRow rule(Statement statement) {
        if (statement instanceof Statement.ExitAfter after) {
            return value(after, OutlineKind.EXIT_AFTER, "", "", "", after.bars());
        } else if (statement instanceof Statement.Stop stop) {
            return value(stop, OutlineKind.STOP, side(stop.side()), at(stop.atPrice()), "", stop.value());
        } else if (statement instanceof Statement.Target target) {
            return value(target, OutlineKind.TARGET, side(target.side()), at(target.atPrice()), "", target.value());
        } else if (statement instanceof Statement.Trail trail) {
            String form = trail.form() == Statement.Trail.Form.PLAIN ? "" : word(trail.form());
            return value(trail, OutlineKind.TRAIL, side(trail.side()), form, "", trail.value());
        } else if (statement instanceof Statement.BreakEven breakEven) {
            return value(breakEven, OutlineKind.BREAK_EVEN, "", "", "", breakEven.value());
        } else if (statement instanceof Statement.Size size) {
            return value(size, OutlineKind.SIZE, "", word(size.kind()), "", size.value());
        }
        return textOnly(statement);
    }

    private static String at(boolean atPrice) {
        return atPrice ? "at" : "";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String side(Side side) {
        return side == Side.BOTH ? "" : word(side);
    }

    private OutlineRow input(Statement.Input input) {
        Span value = input.defaultValue().span();
        TextRange rest = new TextRange(value.end(), input.span().end());
        return row(input, OutlineKind.INPUT, "", "", input.name(), value, rest, List.of(), "and");
    }

    private OutlineRow value(
            Statement statement, OutlineKind kind, String side, String form, String name, Syntax value) {
        return row(statement, kind, side, form, name, value.span(), null, List.of(), "and");
    }

    private OutlineRow condition(Statement statement, OutlineKind kind, String side, Syntax condition) {
        Terms terms = new Terms(text);
        List<OutlineTerm> found = terms.of(condition);
        return row(statement, kind, side, "", "", condition.span(), null, found, terms.join());
    }

    private OutlineRow row(
            Statement statement,
            OutlineKind kind,
            String side,
            String form,
            String name,
            Span value,
            @Nullable TextRange rest,
            List<OutlineTerm> terms,
            String join) {
        Span span = statement.span();
        return new OutlineRow(
                kind,
                positions.line(span.start()),
                range(span),
                span.of(text),
                side,
                form,
                name,
                new TextRange(span.start(), value.start()),
                range(value),
                value.of(text),
                rest,
                join,
                terms,
                false);
    }

    private OutlineRow textOnly(Statement statement) {
        Span span = statement.span();
        return new OutlineRow(
                OutlineKind.UNREADABLE,
                positions.line(span.start()),
                range(span),
                span.of(text),
                "",
                "",
                "",
                null,
                null,
                "",
                null,
                "and",
                List.of(),
                true);
    }

    static TextRange range(Span span) {
        return new TextRange(span.start(), span.end());
    }
}
