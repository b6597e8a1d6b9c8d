package studio.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest texts, and those that would be worst for a parser and for walks over trees. */
class StrategyLanguageSizeTest {
    private static final String HEAD = "strategy \"Long\"\n";
    private static final String TAIL = "\nenter long when close > open\n";

    /** Half of what a thread has by default; what fits here fits on every thread of the server. */
    private static final long STACK_BYTES = 512 * 1024;

    @BeforeAll
    static void read_something_first_so_that_classes_are_loaded() {
        for (int i = 0; i < 50; i++) {
            StrategyLanguage.read(WrittenExamples.EVERY_STATEMENT);
        }
    }

    static Stream<Arguments> longest() {
        return Stream.of(
                filled("opening parentheses", "x = ", "(", ""),
                filled("balanced parentheses", "x = ", "(", "close" + ")".repeat(32_000)),
                filled("calls in calls", "x = ", "abs(", "close"),
                filled("brackets", "x = close", "[close", ""),
                filled("closing parentheses", "x = close", ")", ""),
                filled("not not not", "enter long when ", "not ", "yes"),
                filled("minus minus", "x = ", "- ", "1"),
                filled("minus without spaces", "x = ", "-", "1"),
                filled("choices", "x = ", "yes ? 1 : ", "2"),
                filled("open choices", "x = ", "yes ? ", "2"),
                filled("one long sum", "x = 1", " + close", ""),
                filled("one long product of signs", "x = 1", " * -close", ""),
                filled("mixed operators", "x = 1", " + close * 2 - 3 / high", ""),
                filled("one long condition", "enter long when yes", " and close > open or high < low", ""),
                filled("not in comparisons", "enter long when yes", " == not yes", ""),
                filled("outputs of outputs", "x = macd(close, 12, 26, 9)", ".line", ""),
                filled("lookbacks of lookbacks", "x = close", "[1]", ""),
                filled("lists", "input x = 1 in [1", ", 1", "]"),
                filled("different numbers in lists", "input x = \"a\" in [\"a\"", ", \"ab\"", "]"),
                filled("short lines", "", "x = close\n", ""),
                filled("unknown names", "", "x = opne\n", ""),
                filled("entries", "", "enter long when close > open\n", ""),
                filled("broken lines", "", "enter lnog whn close >\n", ""),
                filled("inputs", "", "input x = 1 in 1..2 step 1 unit \"a\" \"b\" when x == 1\n", ""),
                filled("quotation marks", "", "\"", ""),
                filled("quotation marks on lines", "", "\"\n", ""),
                filled("line ends", "", "\n", ""),
                filled("carriage returns", "", "\r", ""),
                filled("foreign signs", "x = close", " && close", ""),
                filled("strange characters", "x = ", "\u0000", ""),
                filled("strange characters apart", "x = ", "\u0000 ", ""),
                filled("a comment in another alphabet", "// ", "Стратегия 戦略 ", ""),
                filled("names in another alphabet", "x = ", "имя + ", "close"),
                filled("signs of typesetters", "x = close", " × ≤ “", ""),
                filled("unknown functions", "", "x = smaa(close, 5)\n", ""),
                filled("lone surrogates", "x = ", "\uD800", ""),
                filled("one long name", "", "x", " = close"),
                filled("one long number", "x = ", "9", ""),
                filled("underscores", "x = 1", "_", "1"),
                filled("dots", "x = close", ".", ""),
                filled("commas", "x = sma(", ",", ")"),
                filled("arguments", "x = max(1", ", close", ")"),
                filled("continued lines", "x = close", "\n+ close", ""),
                filled("comments", "", "// x = close\n", ""),
                filled("titles", "", "strategy \"x\"\n", ""),
                filled("texts after the title", "", "\"x\" ", ""),
                filled("equals signs", "x ", "= ", ""),
                filled("keywords", "", "enter when long stop ", ""),
                arguments("definitions that double", doubling()));
    }

    private static Arguments filled(String name, String before, String repeated, String after) {
        int room = StrategyLanguage.LONGEST_TEXT - HEAD.length() - before.length() - after.length() - TAIL.length();
        return arguments(name, HEAD + before + repeated.repeat(room / repeated.length()) + after + TAIL);
    }

    /** As a tree that is written out, the last line would have more parts than there are atoms. */
    private static String doubling() {
        StringBuilder text = new StringBuilder(HEAD + "x0 = close + open\n");
        for (int i = 1; i < 2_000; i++) {
            text.append("x" + i + " = x" + (i - 1) + " * x" + (i - 1) + "\n");
        }
        return text + "enter long when x490 > 0\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longest")
    void the_longest_texts_are_read_in_less_than_a_second_on_a_small_stack(String name, String text) throws Exception {
        AtomicReference<Reading> reading = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicLong nanos = new AtomicLong();
        Thread reader = new Thread(
                null,
                () -> {
                    nanos.set(-ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                    reading.set(StrategyLanguage.read(text));
                    nanos.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                },
                "reader",
                STACK_BYTES);
        reader.setUncaughtExceptionHandler((thread, e) -> failure.set(e));

        reader.start();
        reader.join();

        System.out.printf("%-32s %,7d characters %6.1f ms%n", name, text.length(), nanos.get() / 1e6);
        assertThat(failure.get()).isNull();
        assertThat(text.length()).isLessThanOrEqualTo(StrategyLanguage.LONGEST_TEXT);
        assertThat(nanos.get()).as("CPU time").isLessThan(1_000_000_000L);
        StrategyLanguageFuzzTest.check(text, reading.get(), 0);
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_figures_and_not_read() {
        String text = "x".repeat(5_000_000);

        Reading reading = StrategyLanguage.read(text);

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(65_537);
            assertThat(problem.message()).isEqualTo("A text has at most 65536 characters; this has 5000000.");
        });
    }
}
