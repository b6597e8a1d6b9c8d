package studio.desktop.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothFractionTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void it_never_shows_more_than_was_reported_and_never_goes_back(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmoothFraction bar = new SmoothFraction();
        double reported = 0;
        double shown = 0;
        for (int frame = 0; frame < 2_000; frame++) {
            if (frame % 60 == 0) {
                // A late report may be smaller.
                double next = Math.min(1, reported + random.nextDouble(-0.02, 0.06));
                bar.report(next);
                reported = Math.max(reported, next);
            }

            double next = bar.after(random.nextDouble(0, 0.05));

            assertThat(next).isBetween(shown, reported);
            shown = next;
        }
    }

    @Test
    void it_moves_between_two_reports_and_arrives() {
        SmoothFraction bar = new SmoothFraction();
        bar.report(0.2);
        bar.report(0.4);

        double first = bar.after(0.1);
        double second = bar.after(0.1);
        double last = bar.after(10);

        assertThat(first).isGreaterThan(0.2).isLessThan(second);
        assertThat(second).isLessThan(0.4);
        assertThat(last).isEqualTo(0.4);
    }

    @Test
    void a_reopened_modal_begins_where_the_job_stands_and_the_end_is_shown_at_once() {
        SmoothFraction bar = new SmoothFraction();

        bar.report(0.55);
        double reopened = bar.shown();
        bar.report(1);

        assertThat(reopened).isEqualTo(0.55);
        assertThat(bar.shown()).isEqualTo(1);
    }
}
