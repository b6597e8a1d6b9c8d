package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.strategy.ParameterInfo;

class ConditionalSpaceTest {

    /** none: 3 points; slow: 3 × 4; fast: 3 × 4 × 2, each of two modes with three levels or none. */
    private static List<ParameterInfo> declared() {
        return List.of(
                Spaces.integer("bars", 1, 3),
                Spaces.category("filter", List.of("none", "slow", "fast")),
                Spaces.integer("length", 1, 4).when("filter", "slow", "fast"),
                Spaces.category("mode", List.of("soft", "hard")).when("filter", "fast"),
                Spaces.real("level", 0, 1, 0.5).when("mode", "hard"));
    }

    private static final ParameterSpace SPACE = ParameterSpace.of(declared(), Map.of());

    @Test
    void a_parameter_that_does_not_matter_makes_no_further_points() {
        long expected = 3 * (1 + 4 + 4 * (1 + 3));

        Set<ParameterSet> grid = new HashSet<>(
                LongStream.range(0, expected).mapToObj(SPACE::gridPoint).toList());

        assertThat(SPACE.points()).hasValue(expected);
        assertThat(SPACE.gridSize()).hasValue(expected);
        assertThat(grid).hasSize((int) expected);
        assertThat(SPACE.gridPoint(0).values()).isEqualTo(Map.of("bars", 1, "filter", "none"));
        assertThat(SPACE.gridPoint(1).values()).isEqualTo(Map.of("bars", 1, "filter", "slow", "length", 1));
        assertThat(SPACE.gridPoint(expected - 1).values())
                .isEqualTo(Map.of("bars", 3, "filter", "fast", "length", 4, "mode", "hard", "level", 1.0));
    }

    @Test
    void it_is_absent_from_the_point_and_without_a_place() {
        double[] anywhere = {0.5, 0.1, 0.9, 0.9, 0.9};

        ParameterSet none = SPACE.decode(anywhere);

        assertThat(none.values()).isEqualTo(Map.of("bars", 2, "filter", "none"));
        assertThat(SPACE.encode(none)).containsExactly(0.5, 0.5 / 3, Double.NaN, Double.NaN, Double.NaN);
        assertThat(SPACE.masked(anywhere)).containsExactly(0.5, 0.1, Double.NaN, Double.NaN, Double.NaN);
        assertThat(SPACE.position("length", none)).isEmpty();
    }

    @Test
    void a_stored_point_is_read_without_it_and_not_without_what_matters() {
        Map<String, Object> stored = new HashMap<>(Map.of("bars", 1.0, "filter", "slow", "length", 2.0, "level", 0.5));

        assertThat(SPACE.read(stored).values()).isEqualTo(Map.of("bars", 1, "filter", "slow", "length", 2));
        stored.remove("length");
        assertThatThrownBy(() -> SPACE.read(stored)).hasMessage("parameter length is missing");
    }

    @Test
    void a_step_to_another_branch_takes_the_middle_of_what_begins_to_matter() {
        ParameterSet none = SPACE.gridPoint(0);

        List<Map<String, Object>> neighbours =
                SPACE.neighbours(none).stream().map(ParameterSet::values).toList();

        assertThat(neighbours)
                .containsExactly(
                        Map.of("bars", 2, "filter", "none"),
                        Map.of("bars", 1, "filter", "slow", "length", 3),
                        Map.of("bars", 1, "filter", "fast", "length", 3, "mode", "hard", "level", 0.5));
    }

    @Test
    void a_branch_that_the_analyst_rules_out_is_never_entered() {
        ParameterSpace narrowed =
                ParameterSpace.of(declared(), Map.of("filter", ParameterRange.of(List.of("none", "slow"))));

        assertThat(narrowed.points()).hasValue(3 * (1 + 4));
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void every_optimizer_proposes_each_point_once_and_none_with_what_does_not_matter(OptimizerKind kind) {
        List<Trial> trials = OptimizersTest.walk(
                Optimizers.create(kind, SPACE, 4, 1_000),
                1_000,
                p -> Spaces.score(p.integer("bars") + (p.values().containsKey("level") ? p.real("level") : 0)));

        Set<ParameterSet> different =
                new HashSet<>(trials.stream().map(Trial::parameters).toList());
        assertThat(trials).hasSize(63);
        assertThat(different).hasSize(63);
        assertThat(trials)
                .allSatisfy(trial ->
                        assertThat(SPACE.read(trial.parameters().values())).isEqualTo(trial.parameters()));
    }

    @Test
    void points_on_which_a_parameter_matters_are_equally_far_from_one_on_which_it_does_not() {
        Kernel kernel = new Kernel(
                new Coordinate[] {Coordinate.REAL, Coordinate.CONDITIONAL},
                new double[] {StrictMath.log(0.5), StrictMath.log(0.7)});
        double[] without = {0.3, Double.NaN};

        double low = kernel.correlation(without, new double[] {0.3, 0});
        double high = kernel.correlation(without, new double[] {0.3, 1});

        assertThat(low).isEqualTo(high).isBetween(0.01, 0.99);
        assertThat(kernel.correlation(without, new double[] {0.3, Double.NaN})).isEqualTo(1);
        assertThat(kernel.correlation(new double[] {0.3, 0.2}, new double[] {0.3, 0.25}))
                .isGreaterThan(0.98);
    }

    @Test
    void a_condition_that_makes_no_sense_is_refused_by_name() {
        ParameterInfo filter = Spaces.category("filter", List.of("none", "slow"));
        ParameterInfo slope = Spaces.real("slope", 0, 1, null);
        ParameterInfo length = Spaces.integer("length", 1, 4);

        refused(List.of(length.when("filter", "slow"), filter), "length matters by filter, which is no parameter");
        refused(List.of(filter, length.when("filter", "slwo")), "length matters when filter is slwo");
        refused(List.of(slope, length.when("slope", 1)), "length matters by slope, which takes any real value");
    }

    private static void refused(List<ParameterInfo> declared, String reason) {
        assertThatThrownBy(() -> ParameterSpace.of(declared, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason);
    }
}
