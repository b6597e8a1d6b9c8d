package studio.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.function.Function;
import studio.engine.language.function.Functions;
import studio.engine.language.shipped.ShippedTexts;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.language.tree.ValueType;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.SignalList;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;

class WrittenStrategyTest {
    private static final Candles CANDLES = RandomCandles.of(8, 3_000, Timeframe.M5);
    /** Their first value depends on what happens, not on a length. */
    private static final Set<String> BY_EVENT = Set.of("barssince", "valuewhen", "pivothigh", "pivotlow");

    private static WrittenStrategy strategy(String text) {
        Reading reading = StrategyLanguage.read(text);
        assertThat(reading.problems()).isEmpty();
        return WrittenStrategy.of("TEXT", reading.program());
    }

    @Test
    void the_three_classic_exits_give_the_same_with_and_without_rules() {
        ShippedTexts.all().forEach((name, text) -> {
            WrittenStrategy classic = strategy(text);
            WrittenStrategy byRules = strategy(text + "\nexit when close < 0\n");
            IndicatorCache data = IndicatorCache.of(CANDLES);
            ParameterSet defaults = SampleParameters.defaults(classic);
            assertThat(classic.prepare(data, defaults).positionRules()).as(name).isNull();
            assertThat(byRules.prepare(data, defaults).positionRules()).as(name).isNotNull();
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 30; i++) {
                ParameterSet parameters = i == 0 ? defaults : SampleParameters.random(classic, random);
                if (name.equals("MA_CROSS") && parameters.integer("fast_period") >= parameters.integer("slow_period")) {
                    continue;
                }
                var expected = new Backtest(classic, data, CostSettings.standard()).run(parameters, 0, 3_000);
                var actual = new Backtest(byRules, data, CostSettings.standard()).run(parameters, 0, 3_000);
                assertThat(actual.trades()).as(name).isEqualTo(expected.trades());
                assertThat(actual.equity()).as(name).isEqualTo(expected.equity());
            }
        });
    }

    @Test
    void a_requirement_that_is_not_met_is_said_with_the_values_of_its_inputs() {
        WrittenStrategy strategy = strategy("""
                strategy "Require"
                input low_level = 30.0 in 10.0..60.0
                input high_level = 70 in 40..90
                require low_level + 5 < high_level
                enter long when rsi(close, 14) < low_level
                """);

        assertThatThrownBy(() -> strategy.prepare(
                        IndicatorCache.of(CANDLES), new ParameterSet(Map.of("low_level", 45.5, "high_level", 50))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("requires low_level + 5 < high_level, but low_level is 45.5 and high_level is 50");
    }

    @Test
    void a_length_that_a_function_does_not_take_is_said() {
        WrittenStrategy strategy = strategy("""
                strategy "Length"
                input n = 4 in 1..9
                enter long when close > sma(close, n / 2)
                """.replace("n / 2", "n - 1 + 1"));
        SignalList list = new SignalList();
        strategy.prepare(IndicatorCache.of(CANDLES), new ParameterSet(Map.of("n", 3)))
                .list(0, 3_000, list);
        assertThat(list.size()).isPositive();

        assertThatThrownBy(() -> strategy.prepare(IndicatorCache.of(CANDLES), new ParameterSet(Map.of("n", 0))))
                .hasMessage("sma: length is 0, but 1 to 5000 is allowed");
    }

    @Test
    void a_bar_on_which_both_sides_are_to_be_entered_has_no_signal() {
        WrittenStrategy strategy = strategy("""
                strategy "Both"
                input n = 2 in 1..3
                enter long when close > open
                enter short when close > close[n] or close < open
                """);
        SignalList list = new SignalList();
        strategy.prepare(IndicatorCache.of(CANDLES), SampleParameters.defaults(strategy))
                .list(0, 3_000, list);

        byte[] signals = new byte[3_000];
        for (int i = 0; i < list.size(); i++) {
            signals[list.bar(i)] = list.signal(i);
        }
        for (int t = 2; t < 3_000; t++) {
            boolean up = CANDLES.close()[t] > CANDLES.open()[t];
            boolean down = CANDLES.close()[t] > CANDLES.close()[t - 2] || CANDLES.close()[t] < CANDLES.open()[t];
            assertThat(signals[t]).as("bar %d", t).isEqualTo((byte) (up == down ? 0 : up ? 1 : -1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sma(stop, 5)",
                "(2 * stop)[1]",
                "crossover(close, stop) ? stop : 2 * stop",
                "valuewhen(close > stop, close, 0)"
            })
    void the_stop_cannot_be_looked_back_over(String target) {
        Reading reading = StrategyLanguage.read("""
                strategy "Stop"
                enter long when close > open
                stop 2 * atr(14)
                target %s
                """.formatted(target));

        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().get(0).message()).startsWith("The stop's distance ");
        assertThat(reading.problems().get(0).line()).isEqualTo(4);
    }

    @Test
    void a_column_of_a_number_that_may_be_anything_belongs_to_its_trial() {
        WrittenStrategy strategy = strategy("""
                strategy "Columns"
                input n = 10 in 5..24
                input w = 1.0 in 0.5..2.0
                enter long when close > ema(close * w, 10) and close > ema(close, n)
                """);

        // close * w and its average; twenty averages of the close.
        assertThat(strategy.cost().trialColumns()).isEqualTo(2);
        assertThat(strategy.cost().sharedColumns()).isEqualTo(20);
        assertThat(strategy.cost().bytesPerTrial(1_000)).isEqualTo(16_000);
    }

    @Test
    void a_longer_timeframe_needs_candles_in_proportion() {
        WrittenStrategy strategy = strategy("""
                strategy "Longer"
                input n = 10 in 5..20
                enter long when close > on("4h", sma(close, n))
                """);

        assertThat(strategy.minCandles(Timeframe.H1)).isEqualTo(2 * ((19 + 2) * 4 - 2));
        assertThat(strategy.minCandles(Timeframe.M5)).isEqualTo(2 * ((19 + 2) * 48 - 2));
        assertThat(strategy.minCandles()).isEqualTo(50);
    }

    @Test
    void every_function_has_its_first_value_after_its_warm_up() {
        List<String> checked = new ArrayList<>();
        for (Function function : Functions.all()) {
            if (function.gives() != Function.Gives.NUMBERS || BY_EVENT.contains(function.name())) {
                continue;
            }
            for (String output : function.outputs()) {
                Expression call = new Expression.Call(function, arguments(function), output, ValueType.NUMBERS);
                double[] values = new PlainInterpreter(CANDLES, new ParameterSet(Map.of()), Double.NaN).numbers(call);
                int first = 0;
                while (Double.isNaN(values[first])) {
                    first++;
                }
                assertThat(CompiledProgram.of(above(call)).warmUp(new ParameterSet(Map.of()), Timeframe.M5))
                        .as(function.name() + "." + output)
                        .isEqualTo(first);
                checked.add(function.name());
            }
        }
        assertThat(checked).hasSizeGreaterThan(45);
    }

    private static List<Expression> arguments(Function function) {
        List<Expression> arguments = new ArrayList<>();
        int length = 7;
        for (Function.Parameter parameter : function.parameters()) {
            arguments.add(
                    switch (parameter.accepts()) {
                        case NUMBERS ->
                            new Expression.Column(arguments.isEmpty() ? SeriesColumn.CLOSE : SeriesColumn.VOLUME);
                        case TEXT -> new Expression.TextLiteral("hma");
                        case NUMBER -> new Expression.NumberLiteral(Math.min(0.2, parameter.most()), ValueType.NUMBER);
                        default ->
                            new Expression.NumberLiteral(
                                    parameter.optional() ? Double.parseDouble(parameter.defaultValue()) : length++,
                                    ValueType.WHOLE_NUMBER);
                    });
        }
        return arguments;
    }

    private static StrategyProgram above(Expression value) {
        StrategyProgram empty = StrategyLanguage.read("strategy \"Empty\"\nenter long when close > open\n")
                .program();
        Expression rule = new Expression.Binary(
                studio.engine.language.tree.BinaryOperator.LESS,
                value,
                new Expression.Column(SeriesColumn.CLOSE),
                ValueType.CONDITIONS);
        return new StrategyProgram(
                "Empty",
                "",
                List.of(),
                List.of(),
                List.of(rule),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                empty.size());
    }
}
