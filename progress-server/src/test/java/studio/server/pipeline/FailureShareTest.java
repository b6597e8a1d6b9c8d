package studio.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.Trial;
import studio.model.job.TrialState;

class FailureShareTest {
    @Test
    void more_than_four_fifths_of_at_least_fifty_trials_is_too_much() {
        assertThat(FailureShare.isTooLarge(49, 49)).isFalse();
        assertThat(FailureShare.isTooLarge(40, 50)).isFalse();
        assertThat(FailureShare.isTooLarge(41, 50)).isTrue();
        assertThat(FailureShare.isTooLarge(800, 1_000)).isFalse();
        assertThat(FailureShare.isTooLarge(801, 1_000)).isTrue();
    }

    @Test
    void the_sentence_counts_the_causes_of_the_failed_trials_alone() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            trials.add(trial(i, TrialState.FAILED, i < 9 ? "division by zero" : "no such period"));
        }
        for (int i = 12; i < 20; i++) {
            trials.add(trial(i, TrialState.INFEASIBLE, "3 trades"));
        }

        assertThat(FailureShare.sentence(trials))
                .startsWith("12 of the first 20 trials failed, more than 80 %")
                .contains("9 × division by zero; 3 × no such period")
                .doesNotContain("3 trades");
    }

    private static Trial trial(int number, TrialState state, String reason) {
        return new Trial(number + 1, new ParameterSet(Map.of()), new Evaluation(state, Double.NaN, 0, null, reason), 1);
    }
}
