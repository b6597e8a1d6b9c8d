package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.model.job.OptimizerKind;
import studio.model.job.TrialState;

class SearchTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void trials_do_not_depend_on_the_number_of_threads(OptimizerKind kind) {
        List<String> one = onThreads(kind, 1);
        List<String> two = onThreads(kind, 2);
        List<String> four = onThreads(kind, 4);

        assertThat(two).isEqualTo(one);
        assertThat(four).isEqualTo(one);
    }

    private List<String> onThreads(OptimizerKind kind, int threads) {
        ExecutorService own = Executors.newFixedThreadPool(threads);
        try {
            return told(Search.run(plan(kind, 90, Map.of(), CancellationToken.NEVER), own));
        } finally {
            own.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void a_resumed_search_equals_an_undisturbed_one(OptimizerKind kind) {
        SearchResult undisturbed = Search.run(plan(kind, 100, Map.of(), CancellationToken.NEVER), workers);
        for (int survived : new int[] {1, 37, 50, 99}) {
            Map<Integer, Trial> known = new HashMap<>();
            // A kill may leave holes: later trials of a batch ended before earlier ones.
            undisturbed.trials().stream()
                    .limit(survived)
                    .filter(trial -> trial.number() != survived - 1)
                    .forEach(trial -> known.put(trial.number(), trial));
            Set<Integer> evaluated = ConcurrentHashMap.newKeySet();

            SearchResult resumed = Search.run(
                    new SearchPlan(
                            Optimizers.create(kind, Spaces.mixed(), 21, 100),
                            100,
                            Spaces::mixedScore,
                            known,
                            trial -> evaluated.add(trial.number()),
                            CancellationToken.NEVER),
                    workers);

            assertThat(told(resumed)).isEqualTo(told(undisturbed));
            assertThat(evaluated).hasSize(100 - known.size()).doesNotContainAnyElementsOf(known.keySet());
        }
    }

    @Test
    void a_known_trial_that_was_not_proposed_is_refused() {
        Trial strange = new Trial(2, Spaces.mixed().gridPoint(0), Spaces.score(1), 0);
        SearchPlan plan = plan(OptimizerKind.RANDOM, 10, Map.of(2, strange), CancellationToken.NEVER);

        assertThatThrownBy(() -> Search.run(plan, workers))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trial 2");
    }

    @Test
    void a_cancel_keeps_what_has_ended_and_begins_nothing_more() {
        AtomicInteger ended = new AtomicInteger();
        CancellationToken cancel = () -> ended.get() >= 5;
        SearchPlan plan = new SearchPlan(
                Optimizers.create(OptimizerKind.RANDOM, Spaces.mixed(), 1, 1_000),
                1_000,
                Spaces::mixedScore,
                Map.of(),
                trial -> ended.incrementAndGet(),
                cancel);

        SearchResult result = Search.run(plan, workers);

        assertThat(result.cancelled()).isTrue();
        assertThat(result.trials()).hasSize(ended.get()).hasSizeBetween(5, 9);
        assertThat(result.trials().stream().map(Trial::number)).isSorted();
    }

    @Test
    void an_interrupt_ends_the_search_and_stays_visible() {
        AtomicBoolean first = new AtomicBoolean(true);
        Thread searching = Thread.currentThread();
        SearchPlan plan = new SearchPlan(
                Optimizers.create(OptimizerKind.RANDOM, Spaces.mixed(), 1, 100_000),
                100_000,
                point -> {
                    if (first.getAndSet(false)) {
                        searching.interrupt();
                    }
                    return Spaces.mixedScore(point);
                },
                Map.of(),
                SearchListener.NONE,
                CancellationToken.NEVER);

        SearchResult result = Search.run(plan, workers);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.cancelled()).isTrue();
        assertThat(result.trials().size()).isLessThan(100_000);
    }

    @Test
    void a_throwing_evaluator_makes_failed_trials_with_its_reason() {
        SearchPlan plan = new SearchPlan(
                Optimizers.create(OptimizerKind.BAYESIAN, Spaces.small(), 1, 20),
                20,
                point -> {
                    throw new ArithmeticException("division by zero");
                },
                Map.of(),
                SearchListener.NONE,
                CancellationToken.NEVER);

        SearchResult result = Search.run(plan, workers);

        assertThat(result.best()).isEmpty();
        assertThat(result.cancelled()).isFalse();
        assertThat(result.trials()).hasSize(20).allSatisfy(trial -> {
            assertThat(trial.evaluation().state()).isEqualTo(TrialState.FAILED);
            assertThat(trial.evaluation().reason()).isEqualTo("ArithmeticException: division by zero");
        });
    }

    @Test
    void a_score_that_is_no_number_is_a_failed_trial() {
        SearchPlan plan = new SearchPlan(
                Optimizers.create(OptimizerKind.GRID, Spaces.small(), 1, 1),
                40,
                point -> Spaces.score(point.integer("candles") == 1 ? Double.NaN : 1),
                Map.of(),
                SearchListener.NONE,
                CancellationToken.NEVER);

        SearchResult result = Search.run(plan, workers);

        assertThat(result.trials().stream().filter(t -> t.evaluation().state() == TrialState.FAILED))
                .hasSize(10)
                .allSatisfy(t -> assertThat(t.evaluation().reason()).contains("NaN"));
        // The earliest of equals.
        assertThat(result.best().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void every_trial_is_heard_once_and_so_is_every_proposal() {
        Set<Integer> heard = ConcurrentHashMap.newKeySet();
        AtomicInteger proposed = new AtomicInteger();
        SearchListener listener = new SearchListener() {
            @Override
            public void onTrial(Trial trial) {
                assertThat(heard.add(trial.number())).isTrue();
            }

            @Override
            public void onProposal(int batchSize, long durationNanos) {
                proposed.addAndGet(batchSize);
            }
        };

        Search.run(
                new SearchPlan(
                        Optimizers.create(OptimizerKind.BAYESIAN, Spaces.mixed(), 1, 50),
                        50,
                        Spaces::mixedScore,
                        Map.of(),
                        listener,
                        CancellationToken.NEVER),
                workers);

        assertThat(heard).hasSize(50);
        assertThat(proposed).hasValue(50);
    }

    private static SearchPlan plan(
            OptimizerKind kind, int trials, Map<Integer, Trial> known, CancellationToken cancel) {
        return new SearchPlan(
                Optimizers.create(kind, Spaces.mixed(), 21, trials),
                trials,
                Spaces::mixedScore,
                known,
                SearchListener.NONE,
                cancel);
    }

    private static List<String> told(SearchResult result) {
        return result.trials().stream()
                .map(t -> t.number() + " " + t.parameters().values() + " "
                        + Double.doubleToLongBits(t.evaluation().score()))
                .toList();
    }
}
