package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SobolSequenceTest {

    /** The first ten points in three dimensions as Joe and Kuo print them for new-joe-kuo-6 (sobol.cc, 2010). */
    private static final double[][] PUBLISHED = {
        {0, 0, 0},
        {0.5, 0.5, 0.5},
        {0.75, 0.25, 0.25},
        {0.25, 0.75, 0.75},
        {0.375, 0.375, 0.625},
        {0.875, 0.875, 0.125},
        {0.625, 0.125, 0.875},
        {0.125, 0.625, 0.375},
        {0.1875, 0.3125, 0.9375},
        {0.6875, 0.8125, 0.4375}
    };

    @Test
    void the_plain_sequence_begins_as_published() {
        SobolSequenceGenerator plain = new SobolSequenceGenerator(3);

        for (double[] expected : PUBLISHED) {
            assertThat(plain.nextVector()).isEqualTo(expected);
        }
    }

    @Test
    void every_seed_scrambles_it_and_keeps_each_sixteenth_of_a_side_with_one_point() {
        List<double[]> first = points(5, 7, 16);
        List<double[]> again = points(5, 7, 16);
        List<double[]> other = points(5, 8, 16);

        for (int d = 0; d < 5; d++) {
            Set<Integer> parts = new HashSet<>();
            for (double[] point : first) {
                parts.add((int) (point[d] * 16));
            }
            assertThat(parts).hasSize(16);
        }
        assertThat(first.get(3)).isEqualTo(again.get(3)).isNotEqualTo(other.get(3));
    }

    @Test
    void its_mean_is_nearer_to_the_integral_than_that_of_random_points() {
        double even = 0;
        double chance = 0;
        for (int seed = 1; seed <= 20; seed++) {
            even += StrictMath.pow(mean(points(4, seed, 256)) - 1, 2);
            SeededRandom random = new SeededRandom(seed);
            double[][] drawn = new double[256][4];
            for (double[] point : drawn) {
                Arrays.setAll(point, d -> random.nextDouble());
            }
            chance += StrictMath.pow(mean(List.of(drawn)) - 1, 2);
        }

        assertThat(even).isLessThan(chance / 5);
    }

    /** Of a function with integral 1. */
    private static double mean(List<double[]> points) {
        return points.stream()
                .mapToDouble(point -> Arrays.stream(point).map(x -> 3 * x * x).reduce(1, (a, b) -> a * b))
                .average()
                .orElseThrow();
    }

    private static List<double[]> points(int dimensions, long seed, int count) {
        SobolSequence sequence = new SobolSequence(dimensions, seed);
        double[][] points = new double[count][];
        Arrays.setAll(points, i -> sequence.next());
        return List.of(points);
    }
}
