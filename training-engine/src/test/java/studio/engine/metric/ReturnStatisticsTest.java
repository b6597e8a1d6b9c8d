package studio.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReturnStatisticsTest {

    /**
     * Annual returns 17, 15, 23, -5, 12, 9, 13 and -4 % against a target of 0: mean 10 %, target downside deviation
     * 2.264 %, Sortino ratio 4.417 (Rollinger and Hoffman, Sortino: A "Sharper" Ratio, Red Rock Capital 2013).
     */
    @Test
    void the_sortino_ratio_is_that_of_the_published_example() {
        ReturnStatistics statistics = new ReturnStatistics();

        for (double percent : new double[] {17, 15, 23, -5, 12, 9, 13, -4}) {
            statistics.add(percent / 100);
        }

        assertThat(statistics.sortino(1)).isCloseTo(4.417, within(0.0005));
        assertThat(0.10 / statistics.sortino(1)).as("downside deviation").isCloseTo(0.02264, within(0.000005));
    }
}
