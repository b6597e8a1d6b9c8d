package studio.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.generated.StrategyParser;

/** Makes statements of the parser's trees. */
final class StatementMaker {
    private final SyntaxMaker syntax;

    StatementMaker(Problems problems) {
        syntax = new SyntaxMaker(problems);
    }

    Statement statement(StrategyParser.StatementContext parsed, Span span) {
        if (parsed.header() != null) {
            return header(parsed.header(), span);
        } else if (parsed.input() != null) {
            return input(parsed.input(), span);
        } else if (parsed.definition() != null) {
            StrategyParser.DefinitionContext d = parsed.definition();
            return new Statement.Definition(
                    span, SyntaxMaker.span(d.name()), d.name().getText(), syntax.expression(d.expression()));
        } else if (parsed.require() != null) {
            return new Statement.Require(
                    span, syntax.expression(parsed.require().expression()));
        } else if (parsed.enter() != null) {
            return new Statement.Enter(
                    span,
                    side(parsed.enter().side()),
                    syntax.expression(parsed.enter().expression()));
        } else if (parsed.exit() != null) {
            return exit(parsed.exit(), span);
        }
        return rule(parsed, span);
    }

    private Statement rule(StrategyParser.StatementContext parsed, Span span) {
        if (parsed.stop() != null) {
            StrategyParser.StopContext stop = parsed.stop();
            return new Statement.Stop(span, side(stop.side()), stop.AT() != null, syntax.expression(stop.expression()));
        } else if (parsed.target() != null) {
            StrategyParser.TargetContext target = parsed.target();
            return new Statement.Target(
                    span, side(target.side()), target.AT() != null, syntax.expression(target.expression()));
        } else if (parsed.trail() != null) {
            StrategyParser.TrailContext trail = parsed.trail();
            Statement.Trail.Form form = trail.AT() != null
                    ? Statement.Trail.Form.AT
                    : trail.FOLLOWING() != null ? Statement.Trail.Form.FOLLOWING : Statement.Trail.Form.PLAIN;
            return new Statement.Trail(span, side(trail.side()), form, syntax.expression(trail.expression()));
        } else if (parsed.breakEven() != null) {
            return new Statement.BreakEven(
                    span, syntax.expression(parsed.breakEven().expression()));
        }
        StrategyParser.SizeContext size = parsed.size();
        Statement.Size.Kind kind = size.RISK() != null
                ? Statement.Size.Kind.RISK
                : size.EQUITY() != null ? Statement.Size.Kind.EQUITY : Statement.Size.Kind.VOLATILITY;
        return new Statement.Size(span, kind, syntax.expression(size.expression()));
    }

    private static Statement header(StrategyParser.HeaderContext header, Span span) {
        return new Statement.Header(
                span,
                SyntaxMaker.text(header.title),
                header.description == null
                        ? ""
                        : SyntaxMaker.text(header.description).value());
    }

    private Statement exit(StrategyParser.ExitContext exit, Span span) {
        return exit.condition != null
                ? new Statement.Exit(span, side(exit.side()), syntax.expression(exit.condition))
                : new Statement.ExitAfter(span, syntax.expression(exit.count));
    }

    private static Statement.Side side(StrategyParser.@Nullable SideContext side) {
        if (side == null) {
            return Statement.Side.BOTH;
        }
        return side.LONG() != null ? Statement.Side.LONG : Statement.Side.SHORT;
    }

    private Statement input(StrategyParser.InputContext input, Span span) {
        List<Syntax.Number> steps = new ArrayList<>();
        List<Syntax.Text> units = new ArrayList<>();
        List<Syntax.Text> helps = new ArrayList<>();
        for (StrategyParser.InputPartContext part : input.inputPart()) {
            if (part instanceof StrategyParser.StepPartContext step) {
                steps.add(syntax.number(step.number()));
            } else if (part instanceof StrategyParser.UnitPartContext unit) {
                units.add(SyntaxMaker.text(unit.TEXT().getSymbol()));
            } else if (part instanceof StrategyParser.HelpPartContext help) {
                helps.add(SyntaxMaker.text(help.TEXT().getSymbol()));
            }
        }
        StrategyParser.AllowedContext allowed = input.allowed();
        StrategyParser.RangeContext range = allowed instanceof StrategyParser.RangeContext r ? r : null;
        return new Statement.Input(
                span,
                SyntaxMaker.span(input.name()),
                input.name().getText(),
                syntax.literal(input.literal()),
                range == null ? null : syntax.number(range.low),
                range == null ? null : syntax.number(range.high),
                allowed instanceof StrategyParser.ListContext list ? literals(list.literal()) : List.of(),
                steps,
                units,
                helps,
                input.activity() == null ? null : activity(input.activity()));
    }

    private Statement.Activity activity(StrategyParser.ActivityContext activity) {
        return new Statement.Activity(
                SyntaxMaker.span(activity),
                SyntaxMaker.span(activity.name()),
                activity.name().getText(),
                literals(activity.literal()));
    }

    private List<Syntax> literals(List<StrategyParser.LiteralContext> written) {
        List<Syntax> literals = new ArrayList<>();
        for (StrategyParser.LiteralContext literal : written) {
            literals.add(syntax.literal(literal));
        }
        return literals;
    }
}
