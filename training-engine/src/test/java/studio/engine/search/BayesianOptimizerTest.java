package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import studio.model.job.OptimizerKind;

class BayesianOptimizerTest {

    @Test
    void it_finds_the_optimum_of_branin_where_random_search_does_not() {
        double bayesian = medianBest(OptimizerKind.BAYESIAN, 60);
        double random = medianBest(OptimizerKind.RANDOM, 60);

        assertThat(bayesian).isGreaterThan(-0.40);
        assertThat(random).isLessThan(-0.50);
    }

    private static double medianBest(OptimizerKind kind, int trials) {
        return LongStream.rangeClosed(1, 5)
                .mapToDouble(seed -> best(OptimizersTest.walk(
                        Optimizers.create(kind, Spaces.plane(), seed, trials),
                        trials,
                        p -> Spaces.score(Spaces.branin(p)))))
                .sorted()
                .toArray()[2];
    }

    @Test
    void it_learns_where_trials_are_infeasible() {
        // Only a disc of a 25th of the plane is feasible.
        Function<ParameterSet, Evaluation> evaluator = p -> {
            double distance = StrictMath.hypot(p.real("x") - 6, p.real("y") - 9);
            return distance > 1.7 ? Evaluation.infeasible(distance - 1.7, null, "too far") : Spaces.score(p.real("x"));
        };

        List<List<Trial>> bayesian = searches(OptimizerKind.BAYESIAN, evaluator);
        List<List<Trial>> random = searches(OptimizerKind.RANDOM, evaluator);

        assertThat(median(bayesian, BayesianOptimizerTest::feasible))
                .isGreaterThan(2 * median(random, BayesianOptimizerTest::feasible));
        // The optimum lies on the border of what is feasible, at 7.7.
        assertThat(median(bayesian, BayesianOptimizerTest::best)).isGreaterThan(7.68);
        assertThat(median(random, BayesianOptimizerTest::best)).isLessThan(7.6);
    }

    private static List<List<Trial>> searches(OptimizerKind kind, Function<ParameterSet, Evaluation> evaluator) {
        return LongStream.rangeClosed(1, 5)
                .mapToObj(seed -> OptimizersTest.walk(Optimizers.create(kind, Spaces.plane(), seed, 80), 80, evaluator))
                .toList();
    }

    private static double feasible(List<Trial> trials) {
        return trials.stream().filter(Trial::isFeasible).count();
    }

    private static double median(List<List<Trial>> searches, ToDoubleFunction<List<Trial>> figure) {
        return searches.stream().mapToDouble(figure).sorted().toArray()[searches.size() / 2];
    }

    @Test
    void it_goes_on_when_all_scores_are_equal_or_all_trials_fail() {
        List<Trial> flat = OptimizersTest.walk(
                Optimizers.create(OptimizerKind.BAYESIAN, Spaces.mixed(), 1, 40), 40, p -> Spaces.score(1));
        List<Trial> failed = OptimizersTest.walk(
                Optimizers.create(OptimizerKind.BAYESIAN, Spaces.mixed(), 1, 40), 40, p -> Evaluation.failed("broken"));

        assertThat(flat).hasSize(40);
        assertThat(failed).hasSize(40);
    }

    @Test
    void one_ruinous_outlier_does_not_blind_it() {
        List<Trial> trials = OptimizersTest.walk(
                Optimizers.create(OptimizerKind.BAYESIAN, Spaces.plane(), 2, 60),
                60,
                p -> Spaces.score(p.real("x") > 8 ? -1e9 : Spaces.branin(p)));

        assertThat(best(trials)).isGreaterThan(-0.41);
    }

    @Test
    void the_model_stays_bounded_over_many_trials() {
        List<Double> values =
                LongStream.range(0, 5_000).mapToObj(i -> (double) (i % 997)).toList();

        List<Integer> chosen = ModelPoints.choose(values, 250);

        assertThat(chosen).hasSizeBetween(200, 250).contains(4_999).isSorted().doesNotHaveDuplicates();
        assertThat(chosen.stream().filter(i -> values.get(i) == 996.0)).hasSize(5);
    }

    private static double best(List<Trial> trials) {
        return trials.stream()
                .filter(Trial::isFeasible)
                .mapToDouble(trial -> trial.evaluation().score())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
