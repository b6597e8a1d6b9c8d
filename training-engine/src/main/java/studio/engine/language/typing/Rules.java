package studio.engine.language.typing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.Problems;
import studio.engine.language.syntax.Span;
import studio.engine.language.syntax.Statement;
import studio.engine.language.syntax.Statement.Side;
import studio.engine.language.syntax.Syntax;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.StrategyProgram.PriceRule;
import studio.engine.language.tree.StrategyProgram.Requirement;
import studio.engine.language.tree.StrategyProgram.SizeRule;
import studio.engine.language.tree.StrategyProgram.TrailRule;

/** Collects a text's rules, checks each, and finds those that do not go together. Used by one thread. */
final class Rules {
    private static final double LONGEST_HOLDING = 1_000_000;
    private static final double LARGEST_VOLATILITY = 10;

    private final String text;
    private final Problems problems;
    private final Typer typer;

    final List<Requirement> requirements = new ArrayList<>();
    final List<Expression> enterLong = new ArrayList<>();
    final List<Expression> enterShort = new ArrayList<>();
    final List<Expression> exitLong = new ArrayList<>();
    final List<Expression> exitShort = new ArrayList<>();
    final Map<Side, PriceRule> stops = new EnumMap<>(Side.class);
    final Map<Side, PriceRule> targets = new EnumMap<>(Side.class);
    final Map<Side, TrailRule> trails = new EnumMap<>(Side.class);

    @Nullable
    Expression exitAfter;

    @Nullable
    Expression breakEven;

    SizeRule size = SizeRule.STANDARD;

    /** Rules that a text has, right or wrong, by word and side: what a wrong one would have given is not missed. */
    private final Set<String> present = new HashSet<>();

    private final Map<Side, List<Span>> stopUses = new EnumMap<>(Side.class);
    private @Nullable Span riskSize;

    Rules(String text, Problems problems, Typer typer) {
        this.text = text;
        this.problems = problems;
        this.typer = typer;
    }

    private List<Expression> enters(Side side) {
        return side == Side.LONG ? enterLong : enterShort;
    }

    static List<Side> each(Side side) {
        return side == Side.BOTH ? List.of(Side.LONG, Side.SHORT) : List.of(side);
    }

    /** A rule that could not be read. */
    void broken(String rule) {
        present.add(rule);
        each(Side.BOTH).forEach(side -> present.add(rule + side));
    }

    void require(Statement.Require rule) {
        Expression condition = typer.condition(rule.condition());
        Expression single =
                condition == null ? null : typer.kinds().single(rule.condition(), condition, "What is required");
        if (single != null) {
            String source = rule.condition().span().of(text).replaceAll("\\s+", " ");
            requirements.add(new Requirement(single, source));
        }
    }

    void enter(Statement.Enter rule) {
        present.add("enter");
        @Nullable Expression condition = typer.condition(rule.condition());
        if (condition != null) {
            enters(rule.side()).add(condition);
        }
    }

    void exit(Statement.Exit rule) {
        @Nullable Expression condition = typer.condition(rule.condition());
        if (condition != null) {
            each(rule.side()).forEach(side -> (side == Side.LONG ? exitLong : exitShort).add(condition));
        }
    }

    void exitAfter(Statement.ExitAfter rule) {
        Expression typed = typer.plain(rule.bars());
        @Nullable
        Expression bars = typed == null
                ? null
                : typer.kinds().wholeSingle(rule.bars(), typed, "The number of bars", 1, LONGEST_HOLDING);
        if (isFirst("exit after", rule.span())) {
            exitAfter = bars;
        }
    }

    void stop(Statement.Stop rule) {
        Expression value = positive(rule.value(), typer.number(rule.value()), "stop");
        for (Side side : place("stop", rule.side(), rule.span())) {
            if (value != null) {
                stops.put(side, new PriceRule(value, rule.atPrice()));
            }
        }
    }

    void target(Statement.Target rule) {
        List<Span> uses = new ArrayList<>();
        Expression value = positive(rule.value(), typer.numberWithStop(rule.value(), uses), "target");
        use(rule.side(), uses);
        for (Side side : place("target", rule.side(), rule.span())) {
            if (value != null) {
                targets.put(side, new PriceRule(value, rule.atPrice()));
            }
        }
    }

    void trail(Statement.Trail rule) {
        List<Span> uses = new ArrayList<>();
        Expression value = positive(rule.value(), typer.numberWithStop(rule.value(), uses), "trail");
        use(rule.side(), uses);
        TrailRule.Kind kind = switch (rule.form()) {
            case PLAIN -> TrailRule.Kind.FIXED_DISTANCE;
            case FOLLOWING -> TrailRule.Kind.FOLLOWING_DISTANCE;
            case AT -> TrailRule.Kind.PRICE;
        };
        for (Side side : place("trail", rule.side(), rule.span())) {
            if (value != null) {
                trails.put(side, new TrailRule(value, kind));
            }
        }
    }

    void breakEven(Statement.BreakEven rule) {
        List<Span> uses = new ArrayList<>();
        Expression value = positive(rule.value(), typer.numberWithStop(rule.value(), uses), "breakeven");
        use(Side.BOTH, uses);
        if (isFirst("breakeven", rule.span())) {
            breakEven = value;
        }
    }

    void size(Statement.Size rule) {
        Expression typed = typer.plain(rule.value());
        @Nullable
        Expression value = typed == null ? null : typer.kinds().numberSingle(rule.value(), typed, what(rule.kind()));
        if (value != null && !isShare(rule, value)) {
            value = null;
        }
        if (rule.kind() == Statement.Size.Kind.RISK) {
            riskSize = rule.span();
        }
        if (isFirst("size", rule.span()) && value != null) {
            size = new SizeRule(SizeRule.Kind.valueOf(rule.kind().name()), value);
        }
    }

    private static String what(Statement.Size.Kind kind) {
        return switch (kind) {
            case RISK -> "The risk";
            case EQUITY -> "The share of equity";
            case VOLATILITY -> "The volatility";
        };
    }

    /** Whether the size is above 0 and, for a share of something, at most all of it. */
    private boolean isShare(Statement.Size rule, Expression value) {
        Bounds bounds = Bounds.of(value);
        double most = rule.kind() == Statement.Size.Kind.VOLATILITY ? LARGEST_VOLATILITY : 1;
        boolean right = Bounds.isPlain(value)
                ? bounds.low() > 0 && bounds.high() <= most
                : bounds.high() > 0 && bounds.low() <= most;
        if (!right) {
            boolean percent =
                    rule.value() instanceof Syntax.Number n && n.whole() && bounds.low() > 1 && bounds.low() <= 100;
            problems.add(
                    rule.value().span(),
                    what(rule.kind()) + " must be above 0% and at most " + Kinds.figure(most * 100)
                            + "%; 2% is written 2% or 0.02.",
                    percent ? Kinds.figure(bounds.low()) + "%" : null);
        }
        return right;
    }

    private void use(Side side, List<Span> uses) {
        each(side)
                .forEach(s ->
                        stopUses.computeIfAbsent(s, key -> new ArrayList<>()).addAll(uses));
    }

    private @Nullable Expression positive(Syntax syntax, @Nullable Expression value, String rule) {
        if (value instanceof Expression.NumberLiteral literal && !(literal.value() > 0)) {
            problems.add(
                    syntax.span(),
                    "The value of " + rule
                            + " must be above 0; a distance has no sign, below or above the entry follows from"
                            + " the side.",
                    literal.value() < 0 ? Kinds.figure(-literal.value()) : null);
            return null;
        }
        return value;
    }

    /** The sides that a rule may take; those that have one already are reported. */
    private List<Side> place(String rule, Side wanted, Span span) {
        List<Side> free = each(wanted).stream()
                .filter(side -> !present.contains(rule + side))
                .toList();
        if (free.size() < each(wanted).size()) {
            problems.add(span, "There is a " + rule + " for such positions above already; each side has one.");
            return List.of();
        }
        free.forEach(side -> present.add(rule + side));
        return free;
    }

    private boolean isFirst(String rule, Span span) {
        if (!present.add(rule)) {
            problems.add(span, "There is a rule " + rule + " already; a strategy has one.");
            return false;
        }
        return true;
    }

    /** What is wrong with the rules taken together. */
    void finish(@Nullable Span header) {
        if (!present.contains("enter") && header != null) {
            problems.add(
                    header,
                    "The strategy never enters; at least one line such as enter long when close > sma(close, 200) is"
                            + " needed.");
        }
        Set<Span> reported = new HashSet<>();
        stopUses.forEach((side, uses) -> {
            boolean matters = !enters(side).isEmpty() || enterLong.isEmpty() && enterShort.isEmpty();
            if (matters && !present.contains("stop" + side)) {
                uses.stream()
                        .filter(reported::add)
                        .forEach(
                                use -> problems.add(
                                        use,
                                        "There is no stop for " + (side == Side.LONG ? "long" : "short")
                                                + " positions, so its distance is unknown; add a line such as stop 2 * atr(14)."));
            }
        });
        boolean stopped =
                each(Side.BOTH).stream().allMatch(side -> enters(side).isEmpty() || present.contains("stop" + side));
        if (riskSize != null && !stopped) {
            problems.add(
                    riskSize,
                    "size risk needs a stop: the position is as large as the risk divided by the stop's distance. Add a stop,"
                            + " or use size equity.");
        }
    }
}
