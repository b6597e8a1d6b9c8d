package studio.engine.language.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Function;
import studio.engine.language.function.Functions;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.language.tree.StrategyProgram.PriceRule;
import studio.engine.language.tree.StrategyProgram.Requirement;
import studio.engine.language.tree.StrategyProgram.SizeRule;
import studio.engine.language.tree.StrategyProgram.TrailRule;
import studio.engine.language.tree.UnaryOperator;
import studio.engine.language.tree.ValueType;
import studio.engine.strategy.Parameters;
import studio.model.strategy.ParameterInfo;

/** Seeded programs that use every function and every rule, with definitions that build on each other. */
final class RandomPrograms {
    private static final List<BinaryOperator> ARITHMETIC = List.of(
            BinaryOperator.ADD,
            BinaryOperator.SUBTRACT,
            BinaryOperator.MULTIPLY,
            BinaryOperator.DIVIDE,
            BinaryOperator.REMAINDER);
    private static final List<BinaryOperator> COMPARISONS = List.of(
            BinaryOperator.LESS,
            BinaryOperator.AT_MOST,
            BinaryOperator.GREATER,
            BinaryOperator.AT_LEAST,
            BinaryOperator.EQUAL,
            BinaryOperator.NOT_EQUAL);
    private static final List<String> LONGER = List.of("15m", "30m", "1h", "2h");

    private final SplittableRandom random;
    private final boolean longerTimeframes;
    private final List<Expression> numbersBefore = new ArrayList<>();
    private final List<Expression> conditionsBefore = new ArrayList<>();
    private int functionTurn;
    private boolean insideLonger;
    private boolean stopMayBeNamed;

    private final List<ParameterInfo> inputs = List.of(
            Parameters.integer("length", 2, 30, 14, "candles", "A length."),
            Parameters.integer("short_length", 2, 9, 3, "candles", "A shorter length."),
            Parameters.real("level", 20, 80, 30, "points", "A level."),
            Parameters.real("width", 0.5, 3, 2, "×", "A width."),
            Parameters.category("average", "ema", "A kind.", "sma", "ema", "wma", "kama"),
            Parameters.category("filter", "yes", "A switch.", "yes", "no"),
            Parameters.listed("bars", 20, "candles", "A limit.", 5, 20, 60));

    /** @param longerTimeframes whether longer timeframes than five minutes are used */
    RandomPrograms(long seed, boolean longerTimeframes) {
        this.random = new SplittableRandom(seed);
        this.longerTimeframes = longerTimeframes;
        this.functionTurn = (int) (seed % 1_000) * 7;
    }

    StrategyProgram next(int depth) {
        numbersBefore.clear();
        conditionsBefore.clear();
        int definitions = random.nextInt(4);
        for (int i = 0; i < definitions; i++) {
            numbersBefore.add(numbers(depth));
            conditionsBefore.add(conditions(depth));
        }
        @Nullable PriceRule stopLong = maybe(3) ? null : price(depth);
        @Nullable PriceRule stopShort = maybe(3) ? stopLong : maybe(4) ? null : price(depth);
        List<Expression> enterLong = rules(depth, 1);
        List<Expression> enterShort = rules(depth, 0);
        List<Expression> exitLong = rules(depth, 0);
        List<Expression> exitShort = maybe(2) ? exitLong : rules(depth, 0);
        stopMayBeNamed = stopLong != null && stopShort != null;
        PriceRule targetLong = maybe(2) ? price(depth) : null;
        StrategyProgram program = new StrategyProgram(
                "Random",
                "",
                inputs,
                maybe(4)
                        ? List.of(new Requirement(
                                new Expression.Binary(
                                        BinaryOperator.LESS,
                                        input(1, ValueType.WHOLE_NUMBER),
                                        input(0, ValueType.WHOLE_NUMBER),
                                        ValueType.CONDITION),
                                "short_length < length"))
                        : List.of(),
                enterLong,
                enterShort,
                exitLong,
                exitShort,
                maybe(2) ? null : input(6, ValueType.WHOLE_NUMBER),
                stopLong,
                stopShort,
                targetLong,
                maybe(2) ? targetLong : maybe(2) ? price(depth) : null,
                trail(depth),
                trail(depth),
                maybe(2) ? null : numbers(depth),
                size(stopLong != null && stopShort != null));
        stopMayBeNamed = false;
        return program;
    }

    private boolean maybe(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private List<Expression> rules(int depth, int least) {
        List<Expression> rules = new ArrayList<>();
        int count = least + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            rules.add(conditions(depth));
        }
        return rules;
    }

    /** Mostly a distance near the size of a bar, so that positions are opened. */
    private PriceRule price(int depth) {
        if (maybe(3)) {
            return new PriceRule(numbers(depth), maybe(2));
        }
        Expression distance = new Expression.Binary(
                BinaryOperator.MULTIPLY,
                input(3, ValueType.NUMBER),
                stopMayBeNamed && maybe(2) ? new Expression.StopDistance() : call("atr", whole(14)),
                ValueType.NUMBERS);
        return new PriceRule(distance, false);
    }

    private @Nullable TrailRule trail(int depth) {
        return maybe(2) ? null : new TrailRule(numbers(depth), oneOf(List.of(TrailRule.Kind.values())));
    }

    private SizeRule size(boolean stops) {
        return switch (random.nextInt(4)) {
            case 0 -> new SizeRule(SizeRule.Kind.EQUITY, number(0.5));
            case 1 -> new SizeRule(SizeRule.Kind.VOLATILITY, number(0.2));
            case 2 -> stops ? new SizeRule(SizeRule.Kind.RISK, number(0.02)) : SizeRule.STANDARD;
            default -> SizeRule.STANDARD;
        };
    }

    private Expression input(int index, ValueType type) {
        return new Expression.Input(inputs.get(index), type);
    }

    private static Expression number(double value) {
        return new Expression.NumberLiteral(value, ValueType.NUMBER);
    }

    private static Expression whole(int value) {
        return new Expression.NumberLiteral(value, ValueType.WHOLE_NUMBER);
    }

    private static Expression call(String name, Expression... arguments) {
        return new Expression.Call(
                Functions.find(name).orElseThrow(), List.of(arguments), Function.VALUE, ValueType.NUMBERS);
    }

    private Expression single() {
        return switch (random.nextInt(5)) {
            case 0 -> input(2, ValueType.NUMBER);
            case 1 -> input(3, ValueType.NUMBER);
            case 2 -> number(random.nextInt(4) * 0.5);
            case 3 ->
                new Expression.Binary(
                        BinaryOperator.MULTIPLY, input(3, ValueType.NUMBER), number(20), ValueType.NUMBER);
            default -> number(random.nextDouble(0, 100));
        };
    }

    private Expression length() {
        return switch (random.nextInt(4)) {
            case 0 -> input(0, ValueType.WHOLE_NUMBER);
            case 1 -> input(1, ValueType.WHOLE_NUMBER);
            case 2 ->
                new Expression.Binary(
                        BinaryOperator.ADD, input(1, ValueType.WHOLE_NUMBER), whole(2), ValueType.WHOLE_NUMBER);
            default -> whole(2 + random.nextInt(20));
        };
    }

    private Expression bars() {
        return maybe(3) ? input(1, ValueType.WHOLE_NUMBER) : whole(random.nextInt(4));
    }

    Expression numbers(int depth) {
        if (!numbersBefore.isEmpty() && maybe(4) && !insideLonger) {
            return oneOf(numbersBefore);
        }
        if (stopMayBeNamed && maybe(8)) {
            return new Expression.StopDistance();
        }
        if (depth <= 0) {
            return maybe(4) ? single() : new Expression.Column(oneOf(List.of(SeriesColumn.values())));
        }
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                new Expression.Binary(oneOf(ARITHMETIC), numbers(depth - 1), numbers(depth - 1), ValueType.NUMBERS);
            case 2 -> ago(withoutStop(() -> numbers(depth - 1)));
            case 3 -> new Expression.Unary(UnaryOperator.NEGATE, numbers(depth - 1), ValueType.NUMBERS);
            case 4 ->
                new Expression.Choice(conditions(depth - 1), numbers(depth - 1), numbers(depth - 1), ValueType.NUMBERS);
            case 5 -> longerTimeframes && !insideLonger ? longer(depth, true) : function(depth, true);
            default -> function(depth, true);
        };
    }

    Expression conditions(int depth) {
        if (!conditionsBefore.isEmpty() && maybe(5) && !insideLonger) {
            return oneOf(conditionsBefore);
        }
        if (depth <= 0) {
            return maybe(8)
                    ? input(5, ValueType.CONDITION)
                    : new Expression.Binary(oneOf(COMPARISONS), numbers(0), numbers(0), ValueType.CONDITIONS);
        }
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 ->
                new Expression.Binary(oneOf(COMPARISONS), numbers(depth - 1), numbers(depth - 1), ValueType.CONDITIONS);
            case 4 -> connected(BinaryOperator.AND, depth);
            case 5 -> connected(BinaryOperator.OR, depth);
            case 6 -> new Expression.Unary(UnaryOperator.NOT, conditions(depth - 1), ValueType.CONDITIONS);
            case 7 -> ago(withoutStop(() -> conditions(depth - 1)));
            case 8 ->
                new Expression.Choice(
                        maybe(3) ? isSimple() : conditions(depth - 1),
                        conditions(depth - 1),
                        conditions(depth - 1),
                        ValueType.CONDITIONS);
            case 9 ->
                maybe(2)
                        ? connected(BinaryOperator.EQUAL, depth)
                        : longerTimeframes && !insideLonger ? longer(depth, false) : function(depth, false);
            default -> function(depth, false);
        };
    }

    private Expression connected(BinaryOperator operator, int depth) {
        return new Expression.Binary(operator, conditions(depth - 1), conditions(depth - 1), ValueType.CONDITIONS);
    }

    /** A single value is the same on every bar, so that nothing is looked back for. */
    private Expression ago(Expression of) {
        return of.type().series() ? new Expression.Ago(of, bars()) : of;
    }

    private Expression isSimple() {
        return new Expression.Binary(
                BinaryOperator.EQUAL, input(4, ValueType.TEXT), new Expression.TextLiteral("sma"), ValueType.CONDITION);
    }

    private Expression longer(int depth, boolean numbers) {
        insideLonger = true;
        Expression inner = withoutStop(() -> numbers ? numbers(depth - 1) : conditions(depth - 1));
        insideLonger = false;
        return inner.type().series()
                ? new Expression.OnTimeframe(new Expression.TextLiteral(oneOf(LONGER)), inner)
                : inner;
    }

    /** A column is not asked for the stop's distance, which only a position has. */
    private Expression withoutStop(java.util.function.Supplier<Expression> part) {
        boolean named = stopMayBeNamed;
        stopMayBeNamed = false;
        Expression e = part.get();
        stopMayBeNamed = named;
        return e;
    }

    /** The functions take turns, so that none is left out. */
    private Expression function(int depth, boolean numbers) {
        List<Function> all = Functions.all();
        while (true) {
            Function function = all.get(Math.floorMod(functionTurn++, all.size()));
            if ((function.gives() == Function.Gives.CONDITIONS) != numbers) {
                return call(function, depth);
            }
        }
    }

    private Expression call(Function function, int depth) {
        boolean column = function.gives() != Function.Gives.AS_ARGUMENTS;
        List<Expression> arguments = new ArrayList<>();
        for (Function.Parameter parameter : function.parameters()) {
            arguments.add(
                    switch (parameter.accepts()) {
                        case NUMBERS -> column ? withoutStop(() -> numbers(depth - 1)) : numbers(depth - 1);
                        case CONDITIONS -> withoutStop(() -> conditions(depth - 1));
                        case NUMBER ->
                            parameter.most() <= 1 ? number(0.02 * (1 + random.nextInt(5))) : input(3, ValueType.NUMBER);
                        case WHOLE_NUMBER -> parameter.least() < 1 ? whole(random.nextInt(3)) : length();
                        case TEXT ->
                            maybe(2)
                                    ? input(4, ValueType.TEXT)
                                    : new Expression.TextLiteral(oneOf(parameter.choices()));
                    });
        }
        if (function.pairwise() && maybe(3)) {
            arguments.add(numbers(depth - 1));
        }
        boolean series = column || arguments.stream().anyMatch(a -> a.type().series());
        ValueType type = function.gives() == Function.Gives.CONDITIONS
                ? ValueType.CONDITIONS
                : series ? ValueType.NUMBERS : ValueType.NUMBER;
        return new Expression.Call(function, arguments, oneOf(function.outputs()), type);
    }
}
