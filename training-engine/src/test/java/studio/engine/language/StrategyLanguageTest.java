package studio.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.Expression;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.language.tree.StrategyProgram.SizeRule;
import studio.engine.language.tree.StrategyProgram.TrailRule;
import studio.engine.language.tree.ValueType;
import studio.model.strategy.ParameterCondition;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

class StrategyLanguageTest {

    private static StrategyProgram program(String text) {
        Reading reading = StrategyLanguage.read(text);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.program());
    }

    private static StrategyProgram lines(String... lines) {
        return program("strategy \"Lines\"\n" + String.join("\n", lines) + "\n");
    }

    private static ParameterInfo input(String line) {
        StrategyProgram program = lines("input kind = \"a\" in [\"a\", \"b\"]", line, "enter long when close > open");
        return program.inputs().get(program.inputs().size() - 1);
    }

    private static Expression value(String expression) {
        return lines("enter long when close > open", "stop " + expression)
                .stopLong()
                .value();
    }

    private static double number(String expression) {
        return ((Expression.NumberLiteral) value(expression)).value();
    }

    @Test
    void a_text_with_every_statement_becomes_a_program_with_all_of_them() {
        StrategyProgram program = program(WrittenExamples.EVERY_STATEMENT);

        assertThat(program.title()).isEqualTo("Every statement");
        assertThat(program.inputs())
                .extracting(ParameterInfo::name)
                .containsExactly("fast", "slow", "quiet", "width", "kind", "extra");
        assertThat(program.requirements())
                .singleElement()
                .satisfies(r -> assertThat(r.source()).isEqualTo("fast < slow"));
        assertThat(program.enterLong()).hasSize(2);
        assertThat(program.enterShort()).hasSize(1);
        assertThat(program.exitLong()).hasSize(2);
        assertThat(program.exitShort()).hasSize(2);
        assertThat(program.exitAfter()).isInstanceOf(Expression.Input.class);
        assertThat(program.stopLong().atPrice()).isTrue();
        assertThat(program.stopShort().atPrice()).isFalse();
        assertThat(program.targetLong().atPrice()).isFalse();
        assertThat(program.targetShort().atPrice()).isTrue();
        assertThat(program.trailLong().kind()).isEqualTo(TrailRule.Kind.FOLLOWING_DISTANCE);
        assertThat(program.trailShort().kind()).isEqualTo(TrailRule.Kind.PRICE);
        assertThat(program.breakEven()).isNotNull();
        assertThat(program.size().kind()).isEqualTo(SizeRule.Kind.RISK);
    }

    @Test
    void a_title_may_have_a_description_below() {
        StrategyProgram program = program(WrittenExamples.DIP_IN_AN_UPTREND);

        assertThat(program.title()).isEqualTo("Dip in an uptrend");
        assertThat(program.description()).isEqualTo("Buys when an oversold RSI turns up while the long trend is up.");
    }

    @Test
    void rules_that_are_left_out_are_null_and_the_size_is_the_standard_one() {
        StrategyProgram program = lines("enter long when close > open");

        assertThat(program.stopLong()).isNull();
        assertThat(program.targetShort()).isNull();
        assertThat(program.trailLong()).isNull();
        assertThat(program.breakEven()).isNull();
        assertThat(program.exitAfter()).isNull();
        assertThat(program.size()).isEqualTo(SizeRule.STANDARD);
    }

    @Test
    void whole_bounds_and_default_make_a_whole_input_with_steps_of_one() {
        assertThat(input("input n = 14 in 2..30 unit \"candles\" \"Length.\""))
                .isEqualTo(
                        new ParameterInfo("n", ParameterType.INTEGER, 2.0, 30.0, 1.0, null, 14, "candles", "Length."));
    }

    @Test
    void a_point_anywhere_makes_a_real_input_without_steps() {
        assertThat(input("input n = 30 in 10..45.0"))
                .isEqualTo(new ParameterInfo("n", ParameterType.REAL, 10.0, 45.0, null, null, 30.0, "", "N."));
    }

    @Test
    void a_percent_range_is_one_of_fractions() {
        ParameterInfo input = input("input loss = 2% in 0.5%..5% step 0.5%");

        assertThat(List.of(input.defaultValue(), input.min(), input.max(), input.step()))
                .isEqualTo(List.of(0.02, 0.005, 0.05, 0.005));
    }

    @Test
    void a_range_may_lie_below_zero() {
        ParameterInfo input = input("input level = -5 in -10..-1");

        assertThat(List.of(input.defaultValue(), input.min(), input.max())).isEqualTo(List.of(-5, -10.0, -1.0));
    }

    @Test
    void listed_numbers_are_sorted_and_say_their_bounds() {
        assertThat(input("input n = 50 in [75, 30, 50]"))
                .isEqualTo(new ParameterInfo(
                        "n", ParameterType.INTEGER, 30.0, 75.0, null, List.of(30, 50, 75), 50, "", "N."));
    }

    @Test
    void yes_and_no_are_a_category_that_expressions_use_as_a_condition() {
        StrategyProgram program = lines("input quiet = no in [yes, no]", "enter long when quiet and close > open");

        ParameterInfo quiet = program.inputs().get(0);
        assertThat(quiet.type()).isEqualTo(ParameterType.CATEGORY);
        assertThat(quiet.values()).isEqualTo(List.of("yes", "no"));
        assertThat(quiet.defaultValue()).isEqualTo("no");
        Expression.Binary and = (Expression.Binary) program.enterLong().get(0);
        assertThat(and.left().type()).isEqualTo(ValueType.CONDITION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"when kind == \"b\"", "when kind in [\"b\"]"})
    void an_input_may_matter_only_while_another_has_a_value(String activity) {
        assertThat(input("input n = 14 in 2..30 " + activity).activeWhen())
                .isEqualTo(new ParameterCondition("kind", List.of("b")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.5, 1.5",
        "1_000, 1000",
        "1e-3, 0.001",
        "2%, 0.02",
        "0.7%, 0.007",
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "2 * 3%, 0.06",
        "10 - 2 - 3, 5",
        "8 / 4 / 2, 1",
        "-(-2), 2",
        "- -2, 2",
        "50% - 10%, 0.4",
        "1.5E2, 150"
    })
    void numbers_are_read_and_computed_as_in_arithmetic(String expression, double expected) {
        assertThat(number(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"close % 3", "7 % close", "close%3", "7%close", "(close) % (3)"})
    void a_percent_sign_between_two_values_is_a_remainder(String expression) {
        assertThat(((Expression.Binary) value(expression)).operator()).isEqualTo(BinaryOperator.REMAINDER);
    }

    @ParameterizedTest
    @CsvSource({
        "a or b and c, a or (b and c)",
        "not a and b, (not a) and b",
        "not close > open, not (close > open)",
        "a and b or c, (a and b) or c",
        "close > open == a, (close > open) == a",
        "a ? b : b ? c : a, a ? b : (b ? c : a)",
        "-close[1] > 0, (-(close[1])) > 0",
        "close + open > high * 2 - 1, (close + open) > ((high * 2) - 1)",
        "close - open - high > 0, ((close - open) - high) > 0",
        "yes or a, (yes) or (a)"
    })
    void operators_bind_as_everybody_expects(String written, String meant) {
        String text = "strategy \"S\"\na = close > 1\nb = close > 2\nc = close > 3\nenter long when %s\n";

        assertThat(program(text.formatted(written))).isEqualTo(program(text.formatted(meant)));
    }

    @Test
    void equal_expressions_are_one_object_however_they_are_written() {
        StrategyProgram program = lines(
                "fast = ema(close, 10)",
                "enter long when crossover(fast, ema(close, 50))",
                "enter long when crossover(ema(close, 5 + 5), ((ema( close , 50 ))))");

        assertThat(program.enterLong().get(0)).isSameAs(program.enterLong().get(1));
    }

    @Test
    void operations_that_are_shared_count_once() {
        Reading once = StrategyLanguage.read("strategy \"S\"\nenter long when close > ema(close, 9)");
        Reading twice = StrategyLanguage.read(
                "strategy \"S\"\nenter long when close > ema(close, 9)\nexit long when close > ema(close, 9)");

        assertThat(once.nodes()).isEqualTo(2);
        assertThat(twice.nodes()).isEqualTo(2);
    }

    @Test
    void a_text_with_more_operations_than_allowed_is_refused_with_figures() {
        StringBuilder text = new StringBuilder("strategy \"S\"\n");
        for (int i = 1; i <= 1_001; i++) {
            text.append("enter long when close > sma(close, ").append(i).append(")\n");
        }

        assertThat(StrategyLanguage.read(text.toString()).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message())
                        .isEqualTo("The strategy takes 2002 operations a bar; at most 2000 are possible."));
    }

    @Test
    void the_65th_input_is_one_too_many() {
        StringBuilder text = new StringBuilder("strategy \"S\"\nenter long when close > open\n");
        for (int i = 1; i <= 65; i++) {
            text.append("input n").append(i).append(" = 1 in 1..2\n");
        }

        assertThat(StrategyLanguage.read(text.toString()).problems())
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.line()).isEqualTo(67);
                    assertThat(p.message()).isEqualTo("A strategy has at most 64 inputs; this is one more.");
                });
    }

    @Test
    void arithmetic_of_single_numbers_is_single_and_may_be_a_length() {
        StrategyProgram program = lines(
                "input fast = 10 in 2..20",
                "enter long when close > sma(close, max(fast, 5, 2 * fast) + round(fast / 2))");

        Expression.Call sma =
                (Expression.Call) ((Expression.Binary) program.enterLong().get(0)).right();
        assertThat(sma.arguments().get(1).type()).isEqualTo(ValueType.WHOLE_NUMBER);
    }

    @Test
    void arguments_that_are_left_out_take_their_defaults() {
        Expression.Call kama = (Expression.Call) value("kama(close, 10)");

        assertThat(kama.arguments()).hasSize(4);
        assertThat(kama).isEqualTo(value("kama(close, 10, 2, 30)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"obv", "vwap", "tr"})
    void three_functions_need_no_parentheses(String name) {
        assertThat(value(name)).isEqualTo(value(name + "()"));
    }

    @Test
    void a_name_may_be_that_of_a_function_as_in_pine() {
        StrategyProgram program = lines(
                "rsi = rsi(close, 14)",
                "macd = macd(close, 12, 26, 9)",
                "enter long when rsi < 30 and macd.histogram > 0");

        assertThat(program.enterLong()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enter long when close > open\n  and high > low",
                "enter long when close > open and\n\n  high > low",
                "enter long when (close > open\n and high > low)",
                "enter long when\n  close > open // why\n  # and this\n  and high > low",
                "enter long when close\n > open and high\n > low",
                "\tenter\tlong when close > open and high > low",
            })
    void a_statement_goes_on_on_the_next_line_where_something_is_open(String written) {
        assertThat(lines(written)).isEqualTo(lines("enter long when close > open and high > low"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_as_on_any_system_and_a_byte_order_mark_is_skipped(String lineEnd) {
        String text = "\uFEFF" + WrittenExamples.EVERY_STATEMENT.replace("\n", lineEnd);

        assertThat(program(text)).isEqualTo(program(WrittenExamples.EVERY_STATEMENT));
    }

    @Test
    void every_broken_line_is_reported_and_none_hides_another() {
        Reading reading = StrategyLanguage.read("""
                strategy "Many"
                x = (close + open
                enter long when x > 0
                y = sma(close 20)
                exit long when close <
                target 2 * stop
                enter lnog when y > opne && high
                z = 5 $ 3
                w = z + qqq
                """);

        assertThat(reading.problems())
                .extracting(p -> p.line() + ":" + p.column())
                .containsExactly("2:14", "4:15", "5:22", "6:12", "7:7", "7:21", "7:26", "7:29", "8:7", "9:9");
    }

    @Test
    void what_builds_on_a_broken_line_is_not_reported() {
        Reading reading = StrategyLanguage.read("""
                strategy "Cascade"
                input n = 5 in
                x = ema(close, n) +
                y = ema(x, n)
                enter long when crossover(x, y) and y.line > x[n]
                stop 2 *
                target 3 * stop
                size risk 2%
                """);

        assertThat(reading.problems()).extracting(p -> p.line()).containsExactly(2, 3, 6);
    }

    @Test
    void problems_beyond_200_are_counted() {
        Reading reading = StrategyLanguage.read("strategy \"S\"\n" + "enter long when opne > 1\n".repeat(300));

        assertThat(reading.problems()).hasSize(200);
        assertThat(reading.problems().get(199).message()).endsWith("There are 100 more problems below.");
    }
}
