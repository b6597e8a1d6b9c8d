package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.model.job.OptimizerKind;
import studio.model.job.TrialState;

class LearningOptimizersTest {

    @ParameterizedTest
    @EnumSource(
            value = OptimizerKind.class,
            names = {"TPE", "CMA_ES", "BAYESIAN"})
    void one_that_learns_comes_nearer_to_the_optimum_of_branin_than_chance(OptimizerKind kind) {
        Function<ParameterSet, Evaluation> branin = p -> Spaces.score(Spaces.branin(p));

        double learnt = median(kind, 100, branin, LearningOptimizersTest::best);
        double chance = median(OptimizerKind.RANDOM, 100, branin, LearningOptimizersTest::best);

        // The optimum is −0.398.
        assertThat(learnt + 0.398).isGreaterThan((chance + 0.398) / 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = OptimizerKind.class,
            names = {"TPE", "CMA_ES", "BAYESIAN"})
    void one_that_learns_finds_more_of_a_small_feasible_region_than_chance(OptimizerKind kind) {
        // A disc of 2 % of the plane.
        Function<ParameterSet, Evaluation> disc = p -> {
            double distance = StrictMath.hypot(p.real("x") - 6, p.real("y") - 9);
            return distance > 1.2 ? Evaluation.infeasible(distance - 1.2, null, "too far") : Spaces.score(p.real("x"));
        };
        ToDoubleFunction<List<Trial>> feasible =
                trials -> trials.stream().filter(Trial::isFeasible).count();

        double learnt = median(kind, 100, disc, feasible);
        double chance = median(OptimizerKind.RANDOM, 100, disc, feasible);

        assertThat(learnt).isGreaterThan(4 * chance + 4);
    }

    @ParameterizedTest
    @EnumSource(
            value = OptimizerKind.class,
            names = {"TPE", "CMA_ES", "BAYESIAN"})
    void one_that_learns_settles_on_the_best_category(OptimizerKind kind) {
        ParameterSpace space = ParameterSpace.of(
                List.of(
                        Spaces.category("fill", List.of("a", "b", "c", "d")),
                        Spaces.integer("bars", 1, 30),
                        Spaces.real("depth", 0, 1, null)),
                java.util.Map.of());
        Function<ParameterSet, Evaluation> score =
                p -> Spaces.score((p.text("fill").equals("c") ? 1 : 0)
                        - StrictMath.abs(p.integer("bars") - 22) / 30.0
                        - StrictMath.pow(p.real("depth") - 0.7, 2));

        double best = LongStream.rangeClosed(1, 5)
                .mapToDouble(seed -> best(OptimizersTest.walk(Optimizers.create(kind, space, seed, 120), 120, score)))
                .sorted()
                .toArray()[2];

        assertThat(best).isGreaterThan(0.95);
    }

    @Test
    void a_cancel_in_the_middle_of_a_fit_ends_the_proposal_and_the_search() {
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean fitting = new AtomicBoolean();
        // A fit looks some hundred times; this one is cancelled at the fifth look after trial 40.
        CancellationToken cancel = () -> fitting.get() && looks.incrementAndGet() >= 5;
        AtomicInteger ended = new AtomicInteger();
        ExecutorService worker = Executors.newSingleThreadExecutor();

        SearchResult result;
        try {
            result = Search.run(
                    new SearchPlan(
                            Optimizers.create(OptimizerKind.BAYESIAN, Spaces.mixed(), 3, 500, cancel),
                            500,
                            Spaces::mixedScore,
                            java.util.Map.of(),
                            trial -> fitting.set(ended.incrementAndGet() >= 40),
                            () -> looks.get() >= 5),
                    worker);
        } finally {
            worker.shutdownNow();
        }

        assertThat(result.cancelled()).isTrue();
        assertThat(result.trials()).hasSize(40);
        assertThat(looks.get()).isBetween(5, 60);
    }

    @Test
    void better_trials_come_first_feasible_ones_before_all_others() {
        Trial low = trial(1, Spaces.score(-3));
        Trial high = trial(2, Spaces.score(7));
        Trial near = trial(3, Evaluation.infeasible(0.5, null, ""));
        Trial far = trial(4, Evaluation.infeasible(9, null, ""));
        Trial unknown = trial(5, Evaluation.infeasible(0, null, ""));
        Trial broken = trial(6, Evaluation.failed(""));
        Trial equal = trial(7, Spaces.score(7));

        List<Trial> sorted = java.util.stream.Stream.of(broken, unknown, far, equal, near, low, high)
                .sorted(TrialOrder.BEST_FIRST)
                .toList();

        assertThat(sorted).containsExactly(high, equal, low, near, far, unknown, broken);
    }

    private static Trial trial(int number, Evaluation evaluation) {
        return new Trial(number, Spaces.small().gridPoint(number), evaluation, 0);
    }

    @Test
    void a_trust_region_grows_with_success_shrinks_with_failure_and_opens_again() {
        TrustRegion region = new TrustRegion();
        double start = region.side();

        region.tell(true);
        region.tell(true);
        double grown = region.side();
        for (int i = 0; i < 6; i++) {
            region.tell(false);
        }
        double shrunk = region.side();
        double smallest = shrunk;
        for (int i = 0; i < 60; i++) {
            region.tell(false);
            smallest = Math.min(smallest, region.side());
        }

        assertThat(grown).isEqualTo(2 * start);
        assertThat(shrunk).isEqualTo(start / 2);
        assertThat(smallest).isBetween(0.001, 0.01);
        assertThat(region.side()).isGreaterThan(smallest);
    }

    private static double median(
            OptimizerKind kind,
            int trials,
            Function<ParameterSet, Evaluation> evaluator,
            ToDoubleFunction<List<Trial>> figure) {
        return LongStream.rangeClosed(1, 5)
                .mapToDouble(seed -> figure.applyAsDouble(
                        OptimizersTest.walk(Optimizers.create(kind, Spaces.plane(), seed, trials), trials, evaluator)))
                .sorted()
                .toArray()[2];
    }

    private static double best(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.evaluation().state() == TrialState.COMPLETE)
                .mapToDouble(trial -> trial.evaluation().score())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
