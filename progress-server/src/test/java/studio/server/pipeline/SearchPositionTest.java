package studio.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPositionTest {
    @Test
    void every_question_moves_the_bar_while_a_model_is_fitted() {
        SearchPosition position = new SearchPosition(0);
        position.proposed(4);
        double last = position.underWay(0);

        for (int question = 0; question < 10_000; question++) {
            position.asked();
            double now = position.underWay(0);
            assertThat(now).isGreaterThan(last).isLessThan(1.5);
            last = now;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_search_never_goes_back_nor_beyond_what_the_next_trial_brings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int known = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
        SearchPosition position = new SearchPosition(known);
        int ended = known;
        int proposed = 0;
        double shown = 0;

        while (ended < 200) {
            for (int q = random.nextInt(300); q > 0; q--) {
                position.asked();
            }
            int batch = 1 + random.nextInt(4);
            position.proposed(batch);
            proposed += batch;
            while (ended < proposed) {
                double now = ended + position.underWay(ended);
                assertThat(now).isLessThan(ended + 1.5);
                shown = Math.max(shown, now);
                ended++;
                position.ended();
                assertThat(ended + position.underWay(ended)).isGreaterThan(shown);
            }
        }
    }

    @Test
    void what_is_repeated_after_a_takeover_moves_the_bar() {
        SearchPosition position = new SearchPosition(100);
        double last = position.underWay(100);

        for (int batch = 0; batch < 25; batch++) {
            assertThat(position.isRepeating()).isTrue();
            position.proposed(4);
            assertThat(position.underWay(100)).isGreaterThan(last).isLessThan(1.5);
            last = position.underWay(100);
        }

        assertThat(position.isRepeating()).isFalse();
    }
}
