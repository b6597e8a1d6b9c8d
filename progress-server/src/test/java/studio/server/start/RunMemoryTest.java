package studio.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.strategy.StrategyCatalogue;

class RunMemoryTest {
    private static WrittenStrategy written(String lines) {
        Reading reading = StrategyLanguage.read("strategy \"Memory\"\n" + lines);
        assertThat(reading.problems()).isEmpty();
        return WrittenStrategy.of("MEMORY", reading.program());
    }

    @Test
    void a_text_is_counted_by_the_columns_that_its_inputs_can_ask_for() {
        WrittenStrategy one = written("enter long when close > sma(close, 20)\n");
        WrittenStrategy many = written("input n = 20 in 11..30\nenter long when close > sma(close, n)\n");

        // Six columns of candles; one average, or twenty of them.
        assertThat(RunMemory.bytes(one, 1_000, 0, 1)).isEqualTo(1_000 * 8 * (6 + 1));
        assertThat(RunMemory.bytes(many, 1_000, 0, 1)).isEqualTo(1_000 * 8 * (6 + 20));
        assertThat(RunMemory.bytes(one, 1_000, 50, 1)).isEqualTo(1_000 * 8 * 7 + 50 * 1_000);
    }

    @Test
    void columns_that_no_two_trials_share_are_counted_for_each_thread() {
        WrittenStrategy own = written("input w = 1.5 in 1.0..2.0\nx = w * close\nenter long when close > sma(x, 20)\n");

        long single = RunMemory.bytes(own, 1_000, 0, 1);

        assertThat(RunMemory.bytes(own, 1_000, 0, 3) - single)
                .isPositive()
                .isEqualTo(2 * own.cost().bytesPerTrial(1_000));
    }

    @Test
    void no_more_shared_columns_are_counted_than_the_cache_keeps() {
        WrittenStrategy huge = written("input a = 20 in 2..5000\ninput b = 20 in 2..5000\n"
                + "enter long when sma(ema(close, a), b) > close\n");

        assertThat(RunMemory.bytes(huge, 1_000_000, 0, 1))
                .isLessThanOrEqualTo(IndicatorCache.mostBytes()
                        + 1_000_000L * 8 * 6
                        + huge.cost().bytesPerTrial(1_000_000));
    }

    @Test
    void a_class_is_taken_for_about_as_many_columns_as_candles_have() {
        assertThat(RunMemory.bytes(StrategyCatalogue.standard().find("MA_CROSS").orElseThrow(), 1_000, 0, 4))
                .isEqualTo(1_000 * 8 * 12);
    }
}
