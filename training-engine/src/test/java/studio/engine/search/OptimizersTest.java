package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.model.job.OptimizerKind;

class OptimizersTest {

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void a_small_space_is_walked_through_without_a_repeat(OptimizerKind kind) {
        Optimizer optimizer = Optimizers.create(kind, Spaces.small(), 3, 1_000);

        List<Trial> trials = walk(optimizer, 1_000, p -> Spaces.score(p.real("ratio") * p.integer("candles")));

        assertThat(trials).hasSize(40);
        assertThat(new HashSet<>(trials.stream().map(Trial::parameters).toList()))
                .hasSize(40);
        assertThat(Optimizers.plannedTrials(kind, Spaces.small(), 1_000)).isEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource(value = OptimizerKind.class, names = "GRID", mode = EnumSource.Mode.EXCLUDE)
    void nothing_is_proposed_twice_in_a_mixed_space(OptimizerKind kind) {
        Optimizer optimizer = Optimizers.create(kind, Spaces.mixed(), 11, 150);

        List<Trial> trials = walk(optimizer, 150, Spaces::mixedScore);

        assertThat(trials).hasSize(150);
        assertThat(new HashSet<>(trials.stream().map(Trial::parameters).toList()))
                .hasSize(150);
    }

    @ParameterizedTest
    @EnumSource(value = OptimizerKind.class, names = "GRID", mode = EnumSource.Mode.EXCLUDE)
    void a_longer_search_begins_with_the_shorter_one_and_another_seed_is_another_search(OptimizerKind kind) {
        List<Trial> shorter = walk(Optimizers.create(kind, Spaces.mixed(), 5, 42), 42, Spaces::mixedScore);
        List<Trial> longer = walk(Optimizers.create(kind, Spaces.mixed(), 5, 80), 80, Spaces::mixedScore);
        List<Trial> other = walk(Optimizers.create(kind, Spaces.mixed(), 6, 42), 42, Spaces::mixedScore);

        assertThat(longer.subList(0, 42)).isEqualTo(shorter);
        assertThat(other).isNotEqualTo(shorter);
    }

    @Test
    void a_grid_runs_in_order_the_last_parameter_fastest() {
        List<ParameterSet> first =
                Optimizers.create(OptimizerKind.GRID, Spaces.small(), 1, 1).ask(3);

        assertThat(first.stream().map(ParameterSet::values))
                .containsExactly(
                        Map.of("ratio", 1.0, "candles", 1, "fill", "open"),
                        Map.of("ratio", 1.0, "candles", 1, "fill", "close"),
                        Map.of("ratio", 1.0, "candles", 2, "fill", "open"));
    }

    @Test
    void a_sampled_grid_is_the_same_grid_in_another_order() {
        List<Trial> sampled = walk(Optimizers.sampledGrid(Spaces.small(), 9), 1_000, p -> Spaces.score(0));
        List<Trial> whole =
                walk(Optimizers.create(OptimizerKind.GRID, Spaces.small(), 9, 1), 1_000, p -> Spaces.score(0));

        assertThat(sampled.stream().map(Trial::parameters))
                .containsExactlyInAnyOrderElementsOf(
                        whole.stream().map(Trial::parameters).toList());
        assertThat(sampled.get(0).parameters()).isNotEqualTo(whole.get(0).parameters());
    }

    @Test
    void an_absurd_grid_is_refused_with_its_size() {
        ParameterSpace space = ParameterSpace.of(
                List.of(Spaces.real("a", 0, 1, 0.001), Spaces.real("b", 0, 1, 0.001), Spaces.integer("c", 1, 2)),
                Map.of());

        assertThat(Optimizers.plannedTrials(OptimizerKind.GRID, space, 10)).isEqualTo(2_004_002);
        assertThatThrownBy(() -> Optimizers.create(OptimizerKind.GRID, space, 1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2,004,002")
                .hasMessageContaining("1,000,000");
    }

    @Test
    void a_permutation_hits_every_index_once() {
        for (long size : new long[] {1, 2, 3, 40, 1_000, 4_097}) {
            Permutation permutation = new Permutation(size, size);

            assertThat(java.util.stream.LongStream.range(0, size)
                            .map(permutation::at)
                            .sorted()
                            .toArray())
                    .isEqualTo(java.util.stream.LongStream.range(0, size).toArray());
        }
    }

    static List<Trial> walk(Optimizer optimizer, int most, Function<ParameterSet, Evaluation> evaluator) {
        List<Trial> trials = new ArrayList<>();
        while (trials.size() < most) {
            List<Trial> batch = new ArrayList<>();
            for (ParameterSet point : optimizer.ask(most - trials.size())) {
                batch.add(new Trial(trials.size() + batch.size() + 1, point, evaluator.apply(point), 0));
            }
            if (batch.isEmpty()) {
                break;
            }
            optimizer.tell(batch);
            trials.addAll(batch);
        }
        return trials;
    }
}
