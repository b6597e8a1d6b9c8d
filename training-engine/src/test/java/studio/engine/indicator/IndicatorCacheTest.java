package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.model.market.Timeframe;

class IndicatorCacheTest {
    private final Candles candles = RandomCandles.of(7, 500, Timeframe.M5);

    @Test
    void a_column_is_computed_once_for_all_who_ask() {
        IndicatorCache cache = IndicatorCache.of(candles);
        AtomicInteger computed = new AtomicInteger();

        IntStream.range(0, 100)
                .parallel()
                .forEach(i -> cache.shared("mine", double[].class, () -> {
                    computed.incrementAndGet();
                    return new double[1];
                }));

        assertThat(computed).hasValue(1);
    }

    @Test
    void the_oldest_columns_are_dropped_beyond_the_bound_and_computed_again_alike() {
        IndicatorCache cache = IndicatorCache.holding(candles, 10);
        double[] first = cache.sma(2);

        for (int period = 3; period < 60; period++) {
            cache.sma(period);
            assertThat(cache.kept()).isLessThanOrEqualTo(10);
        }

        assertThat(cache.sma(2)).isNotSameAs(first).containsExactly(first);
        assertThat(cache.sma(59)).isSameAs(cache.sma(59));
    }
}
