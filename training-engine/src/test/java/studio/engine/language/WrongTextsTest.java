package studio.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.model.strategy.TextProblem;

class WrongTextsTest {

    static List<WrongTexts.Case> all() {
        return WrongTexts.all();
    }

    @Test
    void there_are_at_least_300_different_wrong_texts() {
        assertThat(all().stream().map(WrongTexts.Case::text).distinct().count()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void the_lines_around_the_wrong_ones_are_right() {
        assertThat(StrategyLanguage.read(WrongTexts.HEAD + "enter long when up").problems())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void one_problem_with_place_and_suggestion_is_reported_of_each(WrongTexts.Case wrong) {
        List<TextProblem> problems = StrategyLanguage.read(wrong.text()).problems();

        assertThat(problems).hasSize(1);
        TextProblem problem = problems.get(0);
        assertThat(problem.line()).as("line").isEqualTo(wrong.line());
        assertThat(problem.column()).as("column").isEqualTo(wrong.column());
        if (wrong.end() > wrong.start()) {
            assertThat(problem.length()).as("length").isEqualTo(wrong.end() - wrong.start());
        }
        assertThat(problem.suggestion()).isEqualTo(wrong.suggestion());
        assertThat(problem.message()).contains(wrong.sentence());
    }
}
