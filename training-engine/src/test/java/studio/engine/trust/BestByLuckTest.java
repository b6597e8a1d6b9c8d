package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.engine.search.SeededRandom;

class BestByLuckTest {

    /** Bailey, Borwein, López de Prado and Zhu 2014: best annual ratio in one year at that many independent trials. */
    @ParameterizedTest
    @CsvSource({"45, 2.24", "200, 2.77", "1000, 3.26", "10000, 3.86"})
    void one_year_of_luck_reaches_the_published_ratios(long trials, double sharpe) {
        assertThat(BestByLuck.annualSharpe(trials, 1)).isCloseTo(sharpe, within(5e-3));
    }

    @ParameterizedTest
    @CsvSource({"10", "100", "1000"})
    void the_theorem_agrees_with_the_mean_of_drawn_maxima(int trials) {
        SeededRandom random = new SeededRandom(trials);
        int rounds = 4_000;
        double sum = 0;
        for (int r = 0; r < rounds; r++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < trials; i++) {
                best = Math.max(best, random.nextGaussian());
            }
            sum += best;
        }

        assertThat(BestByLuck.expectedMaximum(trials)).isCloseTo(sum / rounds, within(0.05));
    }

    @Test
    void one_trial_has_no_luck_and_four_years_halve_it() {
        assertThat(BestByLuck.expectedMaximum(1)).isZero();
        assertThat(BestByLuck.annualSharpe(200, 4)).isEqualTo(BestByLuck.annualSharpe(200, 1) / 2);
        assertThatThrownBy(() -> BestByLuck.expectedMaximum(0)).hasMessageContaining("trials = 0");
    }

    @Test
    void normal_quantiles_are_those_of_the_tables_and_invert_the_distribution() {
        assertThat(Gaussian.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-13));
        assertThat(Gaussian.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-11));
        for (double p = 0.001; p < 1; p += 0.001) {
            assertThat(Gaussian.cdf(Gaussian.quantile(p))).isCloseTo(p, within(1e-14));
        }
    }
}
