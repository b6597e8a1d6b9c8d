package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.model.market.Timeframe;

class BarPermutationTest {
    private static final Candles REAL = RandomCandles.of(3, 2_000, Timeframe.H1);

    @Test
    void bars_and_gaps_are_the_same_in_another_order() {
        Candles shuffled = BarPermutation.of(REAL, 0, 2_000, 11);

        assertThat(sorted(shuffled, 0, i -> shuffled.close()[i] / shuffled.open()[i]))
                .containsExactly(sorted(REAL, 0, i -> REAL.close()[i] / REAL.open()[i]), within(1e-12));
        assertThat(sorted(shuffled, 0, i -> shuffled.high()[i] / shuffled.open()[i]))
                .containsExactly(sorted(REAL, 0, i -> REAL.high()[i] / REAL.open()[i]), within(1e-12));
        assertThat(sorted(shuffled, 0, i -> shuffled.low()[i] / shuffled.open()[i]))
                .containsExactly(sorted(REAL, 0, i -> REAL.low()[i] / REAL.open()[i]), within(1e-12));
        assertThat(sorted(shuffled, 1, i -> shuffled.open()[i] / shuffled.close()[i - 1]))
                .containsExactly(sorted(REAL, 1, i -> REAL.open()[i] / REAL.close()[i - 1]), within(1e-12));
        assertThat(sorted(shuffled, 0, i -> shuffled.volume()[i])).isEqualTo(sorted(REAL, 0, i -> REAL.volume()[i]));
        assertThat(shuffled.close()).isNotEqualTo(REAL.close());
    }

    @Test
    void start_end_and_times_stay_where_they_are_and_no_bar_is_impossible() {
        for (int seed = 0; seed < 50; seed++) {
            Candles shuffled = BarPermutation.of(REAL, 500, 1_500, seed);

            assertThat(shuffled.open()[0]).isEqualTo(REAL.open()[500]);
            assertThat(shuffled.close()[999]).isCloseTo(REAL.close()[1_499], within(1e-8));
            assertThat(shuffled.time()).isEqualTo(Arrays.copyOfRange(REAL.time(), 500, 1_500));
            assertThat(CandleQualityMeter.measure(shuffled).impossible()).isZero();
        }
    }

    @Test
    void a_seed_gives_one_order() {
        assertThat(BarPermutation.of(REAL, 0, 2_000, 5).close())
                .isEqualTo(BarPermutation.of(REAL, 0, 2_000, 5).close())
                .isNotEqualTo(BarPermutation.of(REAL, 0, 2_000, 6).close());
    }

    private static double[] sorted(Candles candles, int from, IntToDoubleFunction ratio) {
        return IntStream.range(from, candles.size()).mapToDouble(ratio).sorted().toArray();
    }
}
