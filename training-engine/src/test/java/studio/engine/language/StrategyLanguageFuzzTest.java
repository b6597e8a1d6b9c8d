package studio.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import studio.model.strategy.OutlineRow;
import studio.model.strategy.TextProblem;

/**
 * Broken texts: {@code -Dstudio.fuzz.texts=100000} for the full count, {@code -Dstudio.fuzz.seed=…} for others than
 * usual.
 */
class StrategyLanguageFuzzTest {
    private static final int TEXTS = Integer.getInteger("studio.fuzz.texts", 3_000);
    private static final long SEED = Long.getLong("studio.fuzz.seed", 20_261_201L);
    private static final long BOUND_NANOS = 1_000_000_000L;

    @Test
    void any_text_is_read_within_a_second_into_a_program_or_problems_that_lie_in_it() {
        TextMutations mutations = new TextMutations(SEED);
        int programs = 0;
        long longest = 0;
        StrategyLanguage.read(WrittenExamples.EVERY_STATEMENT);

        for (int i = 0; i < TEXTS; i++) {
            String text = mutations.next();
            long start = cpuNanos();
            Reading reading = read(text, i);
            longest = Math.max(longest, cpuNanos() - start);
            programs += reading.program() == null ? 0 : 1;
            check(text, reading, i);
            assertThat(longest).as("CPU time of text %s:%n%s", i, text).isLessThan(BOUND_NANOS);
        }

        System.out.printf(
                "%,d broken texts: %,d still say something, the slowest took %.1f ms%n",
                TEXTS, programs, longest / 1e6);
        assertThat(programs)
                .as("some texts survive, so that both outcomes are seen")
                .isBetween(1, TEXTS - 1);
    }

    private static Reading read(String text, int number) {
        try {
            return StrategyLanguage.read(text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("text " + number + " of seed " + SEED + ":\n" + text, e);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static void check(String text, Reading reading, int number) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (TextProblem problem : reading.problems()) {
            String line = problem.line() <= lines.length ? lines[problem.line() - 1] : null;
            assertThat(line).as("line of %s in text %s", problem, number).isNotNull();
            int end = problem.column() - 1 + problem.length();
            assertThat(problem.column()).as("column of %s", problem).isPositive();
            assertThat(problem.length()).as("length of %s", problem).isPositive();
            assertThat(end)
                    .as("end of %s in text %s:%n%s", problem, number, text)
                    .isLessThanOrEqualTo(Math.max(1, line.length()));
            assertThat(problem.message())
                    .as("a sentence, not a program's complaint")
                    .matches("(?s)[\\p{L}'\"\\d].*[.]")
                    .doesNotContain("Exception", "studio.engine", "org.antlr", "<EOF>", "null", "\n", "\tat ");
            assertThat(problem.message().length()).isLessThan(600);
        }
        for (OutlineRow row : reading.outline()) {
            assertThat(row.source())
                    .isEqualTo(text.substring(row.range().start(), row.range().end()));
        }
    }
}
