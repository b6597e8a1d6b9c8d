package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParzenMixtureTest {
    /** Scott's rule for a place at 0.3 and the uniform kernel, whose mean is 1/2 and whose mean square is 1/3. */
    private static final double BANDWIDTH = Math.sqrt((0.3 * 0.3 + 1.0 / 3) / 2 - 0.4 * 0.4) * Math.pow(2, -1.0 / 5);

    @Test
    void one_kernel_and_the_uniform_one_share_the_density_of_a_real_coordinate() {
        ParameterSpace line = ParameterSpace.of(List.of(Spaces.real("x", 0, 1, null)), Map.of());

        ParzenMixture mixture = new ParzenMixture(line.dimensions(), List.of(new double[] {0.3}));

        // 0.5 × φ((x − 0.3)/h) ÷ (h (Φ(0.7/h) − Φ(−0.3/h))) + 0.5; Φ(3.5375) − Φ(−1.5161) for h = 0.19788.
        double inside = 1 - 0.064952;
        for (double x : new double[] {0.1, 0.3, 0.8}) {
            double z = (x - 0.3) / BANDWIDTH;
            double kernel = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / BANDWIDTH / inside;
            assertThat(Math.exp(mixture.logDensity(new double[] {x}))).isCloseTo(0.5 * kernel + 0.5, within(1e-4));
        }
    }

    @Test
    void kernels_are_narrow_where_places_agree_and_wide_where_they_do_not() {
        ParameterSpace square = ParameterSpace.of(
                List.of(Spaces.real("agreed", 0, 1, null), Spaces.real("open", 0, 1, null)), Map.of());
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            places.add(new double[] {0.6, (i + 0.5) / 30});
        }

        ParzenMixture mixture = new ParzenMixture(square.dimensions(), places);

        double alongAgreed = mixture.logDensity(new double[] {0.6, 0.5}) - mixture.logDensity(new double[] {0.8, 0.5});
        double alongOpen = mixture.logDensity(new double[] {0.6, 0.5}) - mixture.logDensity(new double[] {0.6, 0.7});
        assertThat(alongAgreed).isGreaterThan(3);
        assertThat(Math.abs(alongOpen)).isLessThan(0.1);
    }

    @Test
    void a_category_is_the_same_or_any() {
        ParameterSpace space =
                ParameterSpace.of(List.of(Spaces.category("fill", List.of("open", "close", "mid"))), Map.of());

        ParzenMixture mixture = new ParzenMixture(
                space.dimensions(), List.of(new double[] {0.5 / 3}, new double[] {0.5 / 3}, new double[] {1.5 / 3}));

        // Each kernel: weight 1 on its own value and 1/4 on every one, so 5/7 or 1/7 of it, on a third of the side.
        double open = 3 * (2 * 5.0 / 7 + 1.0 / 7) / 4 + 0.25;
        double mid = 3 * (3 * 1.0 / 7) / 4 + 0.25;
        assertThat(Math.exp(mixture.logDensity(new double[] {0.1}))).isCloseTo(open, within(1e-12));
        assertThat(Math.exp(mixture.logDensity(new double[] {0.9}))).isCloseTo(mid, within(1e-12));
    }

    @Test
    void densities_integrate_to_one_in_mixed_spaces() {
        ParameterSpace space = ParameterSpace.of(
                List.of(
                        Spaces.real("x", 0, 1, null),
                        Spaces.integer("n", 1, 5),
                        Spaces.category("fill", List.of("open", "close"))),
                Map.of());
        ParzenMixture mixture = new ParzenMixture(
                space.dimensions(), List.of(new double[] {0.02, 0.1, 0.25}, new double[] {0.6, 0.9, 0.75}));

        double sum = 0;
        for (int i = 0; i < 2_000; i++) {
            for (int n = 0; n < 5; n++) {
                for (int c = 0; c < 2; c++) {
                    sum += Math.exp(mixture.logDensity(new double[] {(i + 0.5) / 2_000, (n + 0.5) / 5, (c + 0.5) / 2}))
                            / 20_000;
                }
            }
        }

        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void draws_follow_the_density() {
        ParameterSpace space =
                ParameterSpace.of(List.of(Spaces.real("x", 0, 1, null), Spaces.integer("n", 1, 5)), Map.of());
        ParzenMixture mixture =
                new ParzenMixture(space.dimensions(), List.of(new double[] {0.05, 0.1}, new double[] {0.5, 0.5}));
        SeededRandom random = new SeededRandom(3);
        int draws = 40_000;

        int low = 0;
        int first = 0;
        for (int i = 0; i < draws; i++) {
            double[] place = mixture.draw(random);
            low += place[0] < 0.25 ? 1 : 0;
            first += place[1] < 0.2 ? 1 : 0;
        }

        double lowShare = 0;
        double firstShare = 0;
        for (int i = 0; i < 400; i++) {
            for (int n = 0; n < 5; n++) {
                double mass = Math.exp(mixture.logDensity(new double[] {(i + 0.5) / 400, (n + 0.5) / 5})) / 2_000;
                lowShare += i < 100 ? mass : 0;
                firstShare += n == 0 ? mass : 0;
            }
        }
        assertThat(low / (double) draws).isCloseTo(lowShare, within(0.01));
        assertThat(first / (double) draws).isCloseTo(firstShare, within(0.01));
    }

    @Test
    void what_does_not_matter_has_no_part_in_it() {
        ParameterSpace space = ParameterSpace.of(
                List.of(
                        Spaces.category("filter", List.of("none", "slow")),
                        Spaces.real("length", 0, 1, null).when("filter", "slow")),
                Map.of());
        List<double[]> places = new ArrayList<>(List.of(new double[] {0.25, Double.NaN}, new double[] {0.75, 0.2}));
        ParzenMixture mixture = new ParzenMixture(space.dimensions(), places);

        double without = Math.exp(mixture.logDensity(new double[] {0.25, Double.NaN}));

        // Kernel on the own category 1 + 1/3 of 1 + 2/3, on the other 1/3 of it; two values to a side.
        assertThat(without).isCloseTo((2 * 0.8 + 2 * 0.2 + 1) / 3, within(1e-12));
    }
}
