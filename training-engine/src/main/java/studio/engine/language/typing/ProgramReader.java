package studio.engine.language.typing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Span;
import studio.engine.language.syntax.Statement;
import studio.engine.language.syntax.Statement.Side;
import studio.engine.language.tree.StrategyProgram;

/** Makes a typed program of a text's statements, or finds all that is wrong with their meaning. Used by one thread. */
public final class ProgramReader {
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int MOST_INPUTS = 64;
    private static final int MOST_NODES = 2_000;

    private final String text;
    private final Problems problems;
    private final Expressions expressions = new Expressions();
    private final Names names;
    private final InputReader inputs;
    private final Typer typer;
    private final Rules rules;
    private Statement.@Nullable Header header;
    private boolean headerBroken;
    private int nodes;

    private ProgramReader(String text, List<Statement> statements, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.names = new Names(statements);
        this.inputs = new InputReader(problems, names);
        this.typer = new Typer(text, problems, expressions, names);
        this.rules = new Rules(text, problems, typer);
    }

    /**
     * What a text says.
     *
     * @param program null when the text has problems
     * @param title null when the text has none
     * @param nodes operations a bar; 0 for a text with problems
     */
    public record Result(
            @Nullable StrategyProgram program, @Nullable String title, int nodes) {}

    /** Reads the statements of a text; what is wrong goes to the problems. */
    public static Result read(String text, List<Statement> statements, Problems problems) {
        ProgramReader reader = new ProgramReader(text, statements, problems);
        for (int i = 0; i < statements.size(); i++) {
            reader.statement(statements.get(i), i == 0);
        }
        reader.finish(statements);
        @Nullable StrategyProgram program = problems.isEmpty() ? reader.program() : null;
        Statement.Header header = reader.header;
        return new Result(
                program, header == null ? null : header.title().value().strip(), program == null ? 0 : reader.nodes);
    }

    private void statement(Statement statement, boolean first) {
        if (statement instanceof Statement.Header title) {
            header(title, first);
        } else if (statement instanceof Statement.Input input) {
            input(input);
        } else if (statement instanceof Statement.Definition definition) {
            definition(definition);
        } else if (statement instanceof Statement.Broken broken) {
            broken(broken);
        } else if (statement instanceof Statement.Require require) {
            rules.require(require);
        } else if (statement instanceof Statement.Enter enter) {
            rules.enter(enter);
        } else {
            rule(statement);
        }
    }

    private void rule(Statement statement) {
        if (statement instanceof Statement.Exit exit) {
            rules.exit(exit);
        } else if (statement instanceof Statement.ExitAfter exitAfter) {
            rules.exitAfter(exitAfter);
        } else if (statement instanceof Statement.Stop stop) {
            rules.stop(stop);
        } else if (statement instanceof Statement.Target target) {
            rules.target(target);
        } else if (statement instanceof Statement.Trail trail) {
            rules.trail(trail);
        } else if (statement instanceof Statement.BreakEven breakEven) {
            rules.breakEven(breakEven);
        } else if (statement instanceof Statement.Size size) {
            rules.size(size);
        }
    }

    private void broken(Statement.Broken broken) {
        if (broken.defines() != null) {
            names.defineUnreadable(broken.defines());
        }
        String rule = broken.rule();
        if (rule == null) {
            return;
        }
        headerBroken |= rule.equals("strategy");
        rules.broken(rule);
    }

    private void header(Statement.Header title, boolean first) {
        if (header != null || headerBroken) {
            problems.add(title.span(), "A text is one strategy and has one title; this is the second one.");
            return;
        }
        header = title;
        if (!first) {
            problems.add(title.span(), "The title is the first line of a text; move it up.");
        }
        String name = title.title().value();
        if (name.isBlank()) {
            problems.add(title.title().span(), "The title is empty; a strategy needs a name.", "\"My strategy\"");
        } else if (name.strip().length() > LONGEST_TITLE) {
            problems.add(
                    title.title().span(),
                    "A title has at most " + LONGEST_TITLE + " characters; this has "
                            + name.strip().length() + ".");
        }
        if (title.description().length() > LONGEST_DESCRIPTION) {
            problems.add(
                    title.span(),
                    "A description has at most " + LONGEST_DESCRIPTION + " characters; this has "
                            + title.description().length() + ".");
        }
    }

    private void input(Statement.Input input) {
        Optional<InputReader.Read> read = inputs.read(input);
        if (isTaken(input.nameSpan(), input.name())) {
            return;
        }
        read.ifPresentOrElse(
                r -> names.define(input.name(), new Value.Plain(expressions.input(r.parameter(), r.type()))),
                () -> names.defineUnreadable(input.name()));
        if (inputs.inputs().size() == MOST_INPUTS + 1 && read.isPresent()) {
            problems.add(input.nameSpan(), "A strategy has at most " + MOST_INPUTS + " inputs; this is one more.");
        }
    }

    private void definition(Statement.Definition definition) {
        @Nullable Value value = typer.value(definition.value());
        boolean named = NameRules.isName(definition.nameSpan(), definition.name(), problems);
        if (isTaken(definition.nameSpan(), definition.name())) {
            return;
        }
        if (value == null || !named) {
            names.defineUnreadable(definition.name());
        } else {
            names.define(definition.name(), value);
        }
    }

    private boolean isTaken(Span span, String name) {
        if (!names.isDefined(name)) {
            return false;
        }
        problems.add(
                span,
                Problems.quote(name) + " is defined above already; a name keeps its meaning through the whole text.",
                free(name));
        return true;
    }

    private String free(String name) {
        int number = 2;
        while (names.isDefined(Problems.inside(name) + number)) {
            number++;
        }
        return Problems.inside(name) + number;
    }

    private void finish(List<Statement> statements) {
        Span start = statements.isEmpty() ? new Span(0, 0) : statements.get(0).span();
        if (header == null && !headerBroken) {
            problems.add(
                    start,
                    (text.isBlank() ? "The text is empty. " : "")
                            + "A text begins with the strategy's title, as in strategy" + " \"Dip in an uptrend\".",
                    statements.isEmpty() ? "strategy \"My strategy\"" : null);
        }
        rules.finish(statements.isEmpty() ? null : header == null ? start : header.span());
    }

    private @Nullable StrategyProgram program() {
        Statement.Header title = header;
        if (title == null) {
            throw new IllegalStateException("a text without problems has a title");
        }
        StrategyProgram program = new StrategyProgram(
                title.title().value().strip(),
                title.description().strip(),
                inputs.inputs(),
                rules.requirements,
                rules.enterLong,
                rules.enterShort,
                rules.exitLong,
                rules.exitShort,
                rules.exitAfter,
                rules.stops.get(Side.LONG),
                rules.stops.get(Side.SHORT),
                rules.targets.get(Side.LONG),
                rules.targets.get(Side.SHORT),
                rules.trails.get(Side.LONG),
                rules.trails.get(Side.SHORT),
                rules.breakEven,
                rules.size);
        nodes = NodeCount.of(program);
        if (nodes > MOST_NODES) {
            problems.add(
                    title.span(),
                    "The strategy takes " + nodes + " operations a bar; at most " + MOST_NODES + " are possible.");
            return null;
        }
        return program;
    }
}
