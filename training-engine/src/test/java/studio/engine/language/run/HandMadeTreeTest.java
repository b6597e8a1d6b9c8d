package studio.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.function.Functions;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.language.tree.StrategyProgram.PriceRule;
import studio.engine.language.tree.StrategyProgram.Requirement;
import studio.engine.language.tree.StrategyProgram.SizeRule;
import studio.engine.language.tree.ValueType;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;
import studio.model.strategy.ParameterInfo;

/** A tree that is put together by hand runs as the built-in strategy that it describes. */
class HandMadeTreeTest {
    private static final int BARS = 5_000;
    private final Strategy builtIn =
            StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
    private final Map<String, ParameterInfo> inputs = new HashMap<>();

    @Test
    void a_moving_average_cross_trades_as_the_built_in_one_does() {
        builtIn.parameters().forEach(p -> inputs.put(p.name(), p));
        IndicatorCache data = IndicatorCache.of(RandomCandles.of(4, BARS, Timeframe.M5));
        Backtest expected = new Backtest(builtIn, data, CostSettings.standard());
        Backtest actual = new Backtest(WrittenStrategy.of("CROSS", cross()), data, CostSettings.standard());
        SplittableRandom random = new SplittableRandom(3);
        int trades = 0;
        for (int i = 0; i < 100; i++) {
            ParameterSet parameters = SampleParameters.random(builtIn, random);
            if (parameters.integer("fast_period") >= parameters.integer("slow_period")) {
                assertThatThrownBy(() -> actual.run(parameters, 0, BARS))
                        .hasMessageStartingWith("requires fast_period < slow_period, but fast_period is ");
            } else {
                assertThat(actual.run(parameters, 0, BARS).trades())
                        .isEqualTo(expected.run(parameters, 0, BARS).trades());
                trades += actual.run(parameters, 0, BARS).trades().size();
            }
        }
        assertThat(trades).as("trades compared").isGreaterThan(1_000);
    }

    private StrategyProgram cross() {
        Expression fast = input("fast_period", ValueType.WHOLE_NUMBER);
        Expression slow = input("slow_period", ValueType.WHOLE_NUMBER);
        Expression atr = call("atr", ValueType.NUMBERS, new Expression.NumberLiteral(14, ValueType.WHOLE_NUMBER));
        PriceRule stop = new PriceRule(times(input("atr_multiplier_sl", ValueType.NUMBER), atr), false);
        PriceRule target = new PriceRule(
                times(input("risk_reward_ratio", ValueType.NUMBER), new Expression.StopDistance()), false);
        return new StrategyProgram(
                "Cross",
                "",
                builtIn.parameters(),
                List.of(new Requirement(
                        new Expression.Binary(BinaryOperator.LESS, fast, slow, ValueType.CONDITION),
                        "fast_period < slow_period")),
                List.of(call("crossover", ValueType.CONDITIONS, average(fast), average(slow))),
                List.of(call("crossunder", ValueType.CONDITIONS, average(fast), average(slow))),
                List.of(),
                List.of(),
                input("max_holding_periods", ValueType.WHOLE_NUMBER),
                stop,
                stop,
                target,
                target,
                null,
                null,
                null,
                SizeRule.STANDARD);
    }

    private Expression average(Expression length) {
        Expression close = new Expression.Column(SeriesColumn.CLOSE);
        Expression isSimple = new Expression.Binary(
                BinaryOperator.EQUAL,
                input("average", ValueType.TEXT),
                new Expression.TextLiteral("SMA"),
                ValueType.CONDITION);
        return new Expression.Choice(
                isSimple,
                call("sma", ValueType.NUMBERS, close, length),
                call("ema", ValueType.NUMBERS, close, length),
                ValueType.NUMBERS);
    }

    private Expression input(String name, ValueType type) {
        return new Expression.Input(inputs.get(name), type);
    }

    private static Expression times(Expression left, Expression right) {
        return new Expression.Binary(BinaryOperator.MULTIPLY, left, right, ValueType.NUMBERS);
    }

    private static Expression call(String name, ValueType type, Expression... arguments) {
        return new Expression.Call(Functions.find(name).orElseThrow(), List.of(arguments), "value", type);
    }
}
