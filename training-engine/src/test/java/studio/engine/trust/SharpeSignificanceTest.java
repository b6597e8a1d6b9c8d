package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpeSignificanceTest {

    /**
     * Bailey and López de Prado 2014, the numerical example: five years of 250 daily returns, an annual Sharpe ratio of
     * 2.5, a variance of 1/2 across trials.
     */
    @ParameterizedTest
    @CsvSource({"100, -3, 10, 0.9004", "46, -3, 10, 0.9505", "88, 0, 3, 0.9505"})
    void the_deflated_ratio_is_that_of_the_published_example(
            int trials, double skew, double kurtosis, double expected) {
        double sharpe = 2.5 / Math.sqrt(250);
        double luck = Math.sqrt(0.5 / 250) * BestByLuck.expectedMaximum(trials);

        double deflated = SharpeSignificance.probabilistic(sharpe, luck, 1_250, skew, kurtosis);

        assertThat(deflated).isCloseTo(expected, within(5e-5));
    }

    /** The same example: the best of 100 trials is expected at 0.1132 a day. */
    @Test
    void what_luck_gives_100_trials_is_that_of_the_published_example() {
        assertThat(Math.sqrt(0.5 / 250) * BestByLuck.expectedMaximum(100)).isCloseTo(0.1132, within(5e-5));
    }

    /** Bailey and López de Prado 2012: a hedge fund's two and three years of months at 0.458 a month. */
    @ParameterizedTest
    @CsvSource({"24, -2.448, 10.164, 0.913", "24, 0, 3, 0.982", "36, -2.448, 10.164, 0.953"})
    void the_probabilistic_ratio_is_that_of_the_published_example(
            int months, double skew, double kurtosis, double expected) {
        assertThat(SharpeSignificance.probabilistic(0.458, 0, months, skew, kurtosis))
                .isCloseTo(expected, within(1e-3));
    }

    /** The same paper: years needed to tell an annual ratio of 2 from one of 1 with a confidence of 95 %. */
    @ParameterizedTest
    @CsvSource({"250, 0, 3, 2.73", "52, 0, 3, 2.83", "12, 0, 3, 3.24", "12, -0.72, 5.78, 4.99"})
    void the_minimum_track_record_is_that_of_the_published_tables(
            int periodsPerYear, double skew, double kurtosis, double years) {
        double root = Math.sqrt(periodsPerYear);

        double needed = SharpeSignificance.minimumTrackRecord(2 / root, 1 / root, skew, kurtosis, 0.95);

        assertThat(needed / periodsPerYear).isCloseTo(years, within(5e-3));
    }

    @Test
    void a_track_record_of_the_minimum_length_is_exactly_as_sure_as_was_asked() {
        double needed = SharpeSignificance.minimumTrackRecord(0.12, 0.03, -0.8, 6, 0.95);

        assertThat(SharpeSignificance.probabilistic(0.12, 0.03, needed, -0.8, 6))
                .isCloseTo(0.95, within(1e-12));
    }

    @Test
    void what_is_undefined_is_not_a_number() {
        assertThat(SharpeSignificance.probabilistic(Double.NaN, 0, 100, 0, 3)).isNaN();
        assertThat(SharpeSignificance.probabilistic(0.1, 0, 1, 0, 3)).isNaN();
        assertThat(SharpeSignificance.minimumTrackRecord(0.1, 0.2, 0, 3, 0.95)).isNaN();
    }
}
