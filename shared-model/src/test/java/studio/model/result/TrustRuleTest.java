package studio.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustRuleTest {
    @ParameterizedTest
    @CsvSource({
        "at_least, 0.95, 0.95, true",
        "at_least, 0.95, 0.9499, false",
        "at_most, 40, 40, true",
        "at_most, 40, 40.01, false",
        "above, 0, 0, false",
        "above, 0, 0.1, true",
        "below, 0.5, 0.5, false",
        "below, 0.5, 0.49, true"
    })
    void a_threshold_belongs_to_at_least_and_at_most(String comparison, double threshold, double value, boolean holds) {
        assertThat(new TrustRule(comparison, threshold).holds(value)).contains(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "at_least, 0.95, 0.71, 2",
        "at_least, 0.95, 0.95, 2",
        "at_least, 0.95, 0.948, 3",
        "at_least, 0.95, 0.945, 3",
        "at_least, 0.95, 0.94996, 5",
        "at_least, 0.95, 0.9499999999999, 2",
        "at_most, 0.5, 0.504, 3",
        "at_most, 0.5, 0.496, 2",
        "above, 0, 0.0004, 4",
        "above, 0, -0.0004, 2",
        "below, 0.5, 0.497, 3",
        "unheard_of, 0.5, 0.497, 2"
    })
    void a_rounded_value_stays_on_its_side_of_the_threshold(
            String comparison, double threshold, double value, int decimals) {
        assertThat(new TrustRule(comparison, threshold).decimals(value, 2)).isEqualTo(decimals);
    }

    @Test
    void a_comparison_of_a_newer_server_says_nothing() {
        assertThat(new TrustRule("unheard_of", 1).holds(2)).isEmpty();
    }
}
