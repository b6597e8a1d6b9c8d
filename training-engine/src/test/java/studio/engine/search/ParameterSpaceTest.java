package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.job.ParameterRange;
import studio.model.strategy.ParameterInfo;

class ParameterSpaceTest {

    @Test
    void steps_are_free_of_float_noise() {
        ParameterSpace space = ParameterSpace.of(List.of(Spaces.real("r", 0.1, 0.7, 0.1)), Map.of());

        List<Object> values = List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L).stream()
                .map(i -> space.gridPoint(i).values().get("r"))
                .toList();

        assertThat(values).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
    }

    @Test
    void a_step_that_does_not_divide_the_range_stays_inside() {
        ParameterSpace space = ParameterSpace.of(List.of(Spaces.real("r", 0, 1, 0.3)), Map.of());

        assertThat(space.gridSize()).hasValue(4);
        assertThat(space.gridPoint(3).real("r")).isEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decoding_then_encoding_then_decoding_gives_the_same_point(long seed) {
        ParameterSpace space = Spaces.mixed();
        SeededRandom random = new SeededRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            double[] unit = new double[space.size()];
            java.util.Arrays.setAll(unit, d -> random.nextDouble());

            ParameterSet point = space.decode(unit);
            ParameterSet again = space.decode(space.encode(point));

            for (String name : List.of("ratio", "candles", "holding", "fill")) {
                assertThat(again.values().get(name)).isEqualTo(point.values().get(name));
            }
            assertThat(again.real("depth")).isCloseTo(point.real("depth"), org.assertj.core.data.Offset.offset(1e-15));
            assertThat(space.decode(space.snap(unit)).values().get("ratio"))
                    .isEqualTo(point.values().get("ratio"));
        }
    }

    @Test
    void every_stepped_value_is_reached_and_none_beyond() {
        ParameterSpace space = Spaces.small();
        SeededRandom random = new SeededRandom(7);
        Set<ParameterSet> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            seen.add(space.decode(new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()}));
        }
        seen.add(space.decode(new double[] {0, 0, 0}));
        seen.add(space.decode(new double[] {1, 1, 1}));

        assertThat(space.points()).hasValue(40);
        assertThat(seen).hasSize(40).contains(space.gridPoint(0), space.gridPoint(39));
    }

    @Test
    void values_have_the_type_of_their_parameter() {
        Map<String, Object> values = Spaces.mixed().gridPoint(0).values();

        assertThat(values.get("depth")).isEqualTo(0.0005);
        assertThat(values.get("ratio")).isEqualTo(1.5);
        assertThat(values.get("candles")).isEqualTo(1);
        assertThat(values.get("holding")).isEqualTo(30);
        assertThat(values.get("fill")).isEqualTo("open");
    }

    @Test
    void a_stepless_range_counts_its_stated_points_in_the_grid_and_none_otherwise() {
        assertThat(Spaces.mixed().points()).isEmpty();
        assertThat(Spaces.mixed().gridSize()).hasValue(ParameterSpace.GRID_POINTS * 26 * 5 * 5 * 2);
        assertThat(Spaces.plane().gridPoint(24).values()).isEqualTo(Map.of("x", 10.0, "y", 15.0));
    }

    @Test
    void the_analysts_range_replaces_the_declared_one() {
        List<ParameterInfo> declared = List.of(Spaces.integer("candles", 1, 5), Spaces.real("ratio", 1, 4, 0.5));

        ParameterSpace space = ParameterSpace.of(
                declared,
                Map.of("candles", ParameterRange.of(List.of(9, 3.0, 3)), "ratio", ParameterRange.between(2, 2, null)));

        assertThat(space.gridSize()).hasValue(2);
        assertThat(space.gridPoint(0).values()).isEqualTo(Map.of("candles", 3, "ratio", 2.0));
        assertThat(space.gridPoint(1).values()).isEqualTo(Map.of("candles", 9, "ratio", 2.0));
    }

    @Test
    void a_stored_point_gets_its_types_back() {
        ParameterSpace space = Spaces.small();
        Map<String, Object> stored = new HashMap<>(Map.of("ratio", 1, "candles", 2.0, "fill", "close"));

        assertThat(space.read(stored).values()).isEqualTo(Map.of("ratio", 1.0, "candles", 2, "fill", "close"));
        stored.remove("fill");
        assertThatThrownBy(() -> space.read(stored)).hasMessage("parameter fill is missing");
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        refused("candles", ParameterRange.between(3, 2, null), "min 3.0 above max 2.0");
        refused("candles", ParameterRange.between(1, 2.5, null), "max 2.5, which is not a whole number");
        refused("ratio", ParameterRange.between(1, 2, -0.1), "step -0.1; it must be above 0");
        refused("ratio", ParameterRange.between(1, Double.NaN, null), "both must be finite");
        refused("ratio", ParameterRange.between(0, 1, 1e-12), "cuts 0.0..1.0 into");
        refused("ratio", new ParameterRange(1.0, null, null, null), "needs min and max, or values");
        refused("ratio", new ParameterRange(1.0, null, null, List.of(1)), "give one or the other");
        refused("ratio", ParameterRange.of(List.of("much")), "value 'much', which is not a number");
        refused("fill", ParameterRange.of(List.of("never")), "value 'never', which is not one of [open, close]");
        refused("fill", ParameterRange.of(List.of()), "has no values");
        refused("fill", ParameterRange.between(1, 2, null), "is a category and needs values");
        refused("depht", ParameterRange.between(1, 2, null), "is unknown; the parameters are ratio, candles, fill");
    }

    private static void refused(String name, ParameterRange range, String reason) {
        List<ParameterInfo> declared = List.of(
                Spaces.real("ratio", 1, 3, 0.5),
                Spaces.integer("candles", 1, 4),
                Spaces.category("fill", List.of("open", "close")));

        assertThatThrownBy(() -> ParameterSpace.of(declared, Map.of(name, range)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parameter_space." + name)
                .hasMessageContaining(reason);
    }

    @Test
    void neighbours_differ_by_one_step_in_one_parameter() {
        ParameterSpace space = Spaces.small();
        ParameterSet corner = space.gridPoint(0);

        List<Map<String, Object>> neighbours =
                space.neighbours(corner).stream().map(ParameterSet::values).toList();

        assertThat(neighbours)
                .containsExactly(
                        Map.of("ratio", 1.5, "candles", 1, "fill", "open"),
                        Map.of("ratio", 1.0, "candles", 2, "fill", "open"),
                        Map.of("ratio", 1.0, "candles", 1, "fill", "close"));
    }

    @Test
    void a_position_is_the_share_of_the_range() {
        ParameterSpace space = Spaces.mixed();

        ParameterSet last = space.gridPoint(space.gridSize().orElseThrow() - 1);

        assertThat(space.position("holding", last)).hasValue(1);
        assertThat(space.position("depth", space.gridPoint(0))).hasValue(0);
        assertThat(space.position("ratio", space.decode(new double[] {0, 0.5, 0, 0, 0})))
                .hasValueCloseTo(0.52, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(space.position("fill", last)).isEmpty();
    }
}
