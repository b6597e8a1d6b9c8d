package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.engine.search.SeededRandom;

class OverfittingProbabilityTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10})
    void it_equals_the_full_enumeration_written_out(int blocks) {
        for (int seed = 0; seed < 15; seed++) {
            double[][] returns = noise(seed, 12, 5 * blocks + 3, seed % 3 == 0 ? 0.3 : 0);

            OverfittingProbability found = OverfittingProbability.of(returns, blocks);

            double[] expected = enumerated(returns, blocks);
            assertThat(found.probability()).isCloseTo(expected[0], within(1e-12));
            assertThat(found.lossProbability()).isCloseTo(expected[1], within(1e-12));
            assertThat(found.combinations()).isEqualTo((int) expected[2]);
        }
    }

    @Test
    void a_trial_that_is_better_all_the_time_is_no_overfit() {
        double[][] returns = noise(7, 20, 320, 0);
        for (int t = 0; t < 320; t++) {
            returns[5][t] += 2;
        }

        OverfittingProbability found = OverfittingProbability.of(returns).orElseThrow();

        assertThat(found.probability()).isZero();
        assertThat(found.lossProbability()).isZero();
        assertThat(found.combinations()).isEqualTo(12_870);
    }

    @Test
    void trials_without_skill_are_as_often_below_the_median_as_above_or_more() {
        double sum = 0;
        for (int seed = 0; seed < 20; seed++) {
            sum += OverfittingProbability.of(noise(100 + seed, 30, 160, 0))
                    .orElseThrow()
                    .probability();
        }

        assertThat(sum / 20).isBetween(0.45, 0.75);
    }

    /**
     * Soloviov, How Overfit Is Your Search? (pbo.marketmaker.cc, 2026): 60 matrices of 1,000 returns of 200 trials in 16
     * blocks. Without an edge 0.476 on average with a deviation of 0.137; with 0.15 a period in 20 of the trials 0.001.
     */
    @Test
    void noise_and_a_planted_edge_come_out_as_in_the_published_study() {
        int matrices = 12;
        double noise = 0;
        double edge = 0;
        for (int seed = 1; seed <= matrices; seed++) {
            double[][] returns = noise(1_000 + seed, 200, 1_000, 0);
            noise += OverfittingProbability.of(returns, 16).probability() / matrices;
            for (int n = 0; n < 20; n++) {
                for (int t = 0; t < 1_000; t++) {
                    returns[n][t] += 0.15;
                }
            }
            edge += OverfittingProbability.of(returns, 16).probability() / matrices;
        }

        // Three deviations of a mean of twelve.
        assertThat(noise).isCloseTo(0.476, within(3 * 0.137 / Math.sqrt(matrices)));
        assertThat(edge).isCloseTo(0.001, within(0.01));
    }

    /** Over all of the time every trial earns nothing: what one gains in a half it loses in the other. */
    @Test
    void trials_that_all_end_where_they_began_are_overfit_for_certain() {
        double[][] returns = noise(5, 100, 320, 0);
        for (double[] row : returns) {
            double mean = Arrays.stream(row).average().orElseThrow();
            Arrays.setAll(row, t -> row[t] - mean);
        }

        OverfittingProbability found = OverfittingProbability.of(returns).orElseThrow();

        assertThat(found.probability()).isGreaterThan(0.999);
        assertThat(found.lossProbability()).isEqualTo(1.0);
    }

    @Test
    void twins_that_do_not_trade_rank_in_the_middle() {
        double[][] returns = new double[10][64];

        assertThat(OverfittingProbability.of(returns).orElseThrow().probability())
                .isEqualTo(1.0);
    }

    @Test
    void short_or_few_returns_give_nothing() {
        assertThat(OverfittingProbability.of(noise(1, 30, 23, 0))).isEmpty();
        assertThat(OverfittingProbability.of(noise(1, 9, 500, 0))).isEmpty();
        assertThat(OverfittingProbability.of(new double[0][])).isEmpty();
        assertThat(OverfittingProbability.of(noise(1, 10, 24, 0)).orElseThrow().blocks())
                .isEqualTo(6);
        assertThat(OverfittingProbability.of(noise(1, 10, 70, 0)).orElseThrow().blocks())
                .isEqualTo(16);
    }

    private static double[][] noise(long seed, int trials, int periods, double edgeOfFirst) {
        SeededRandom random = new SeededRandom(seed);
        double[][] returns = new double[trials][periods];
        for (int n = 0; n < trials; n++) {
            for (int t = 0; t < periods; t++) {
                returns[n][t] = random.nextGaussian() + (n == 0 ? edgeOfFirst : 0);
            }
        }
        return returns;
    }

    /** The procedure as the paper states it, step by step, without any of the shortcuts: probability, loss, count. */
    private static double[] enumerated(double[][] returns, int blocks) {
        List<List<Integer>> halves = new ArrayList<>();
        choose(blocks, 0, new ArrayList<>(), halves);
        int length = returns[0].length / blocks;
        int skipped = returns[0].length - length * blocks;
        double below = 0;
        double lost = 0;
        for (List<Integer> half : halves) {
            double[] inside = new double[returns.length];
            double[] outside = new double[returns.length];
            for (int n = 0; n < returns.length; n++) {
                List<Double> in = new ArrayList<>();
                List<Double> out = new ArrayList<>();
                for (int t = skipped; t < returns[n].length; t++) {
                    (half.contains((t - skipped) / length) ? in : out).add(returns[n][t]);
                }
                inside[n] = sharpe(in);
                outside[n] = sharpe(out);
            }
            int best = 0;
            for (int n = 1; n < inside.length; n++) {
                best = inside[n] > inside[best] ? n : best;
            }
            int rank = 0;
            for (double value : outside) {
                rank += value <= outside[best] ? 1 : 0;
            }
            double omega = rank / (returns.length + 1.0);
            below += Math.log(omega / (1 - omega)) <= 0 ? 1 : 0;
            lost += outside[best] <= 0 ? 1 : 0;
        }
        return new double[] {below / halves.size(), lost / halves.size(), halves.size()};
    }

    private static void choose(int blocks, int next, List<Integer> chosen, List<List<Integer>> halves) {
        if (chosen.size() == blocks / 2) {
            halves.add(List.copyOf(chosen));
            return;
        }
        for (int b = next; b < blocks; b++) {
            chosen.add(b);
            choose(blocks, b + 1, chosen, halves);
            chosen.remove(chosen.size() - 1);
        }
    }

    private static double sharpe(List<Double> returns) {
        double mean = returns.stream().mapToDouble(r -> r).average().orElseThrow();
        double squares =
                returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
        return mean / Math.sqrt(squares / (returns.size() - 1));
    }
}
