package studio.engine.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.ParameterSpace;
import studio.model.job.TrialState;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

class StabilityTest {
    private static final ParameterSpace SPACE = ParameterSpace.of(
            List.of(
                    new ParameterInfo("a", ParameterType.INTEGER, 1.0, 9.0, 1.0, null, 1, "", ""),
                    new ParameterInfo("b", ParameterType.REAL, 0.0, 1.0, null, null, 0.5, "", "")),
            Map.of());
    private static final ParameterSet BEST = new ParameterSet(Map.of("a", 5, "b", 0.5));

    @Test
    void it_is_the_median_of_the_neighbours_over_the_best() {
        // Neighbours: a = 4 and 6, b = 0.45 and 0.55, with 1.0, 1.5, 1.9 and 1.9.
        var stability = Stability.of(
                SPACE,
                BEST,
                2,
                p -> score(p.integer("a") == 4 ? 1 : p.integer("a") == 6 ? 1.5 : 2 - 2 * Math.abs(p.real("b") - 0.5)));

        assertThat(stability.orElseThrow()).isCloseTo(1.7 / 2, within(1e-12));
    }

    @Test
    void an_infeasible_neighbour_counts_nothing() {
        var stability = Stability.of(
                SPACE, BEST, 2, p -> p.integer("a") == 5 ? Evaluation.infeasible(1, null, "too few trades") : score(2));

        assertThat(stability).hasValue(0.5);
    }

    @Test
    void it_stays_between_0_and_1() {
        assertThat(Stability.of(SPACE, BEST, 2, p -> score(3))).hasValue(1);
        assertThat(Stability.of(SPACE, BEST, 2, p -> score(-3))).hasValue(0);
    }

    @Test
    void it_is_undefined_for_a_best_that_is_no_gain() {
        assertThat(Stability.of(SPACE, BEST, 0, p -> score(1))).isEmpty();
        assertThat(Stability.of(SPACE, BEST, Double.NaN, p -> score(1))).isEmpty();
    }

    private static Evaluation score(double score) {
        return new Evaluation(TrialState.COMPLETE, score, 0, null, null);
    }
}
