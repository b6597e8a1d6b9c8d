package studio.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.SharedData;
import studio.engine.market.StormyCandles;
import studio.engine.search.ParameterSet;
import studio.model.market.Timeframe;

/** What the strategies tell with state that goes along is what their rules tell when each bar looks at everything anew. */
class SignalsReferenceTest {
    private static final int CASES = 120;

    static Stream<Strategy> strategies() {
        return StrategyCatalogue.standard().all().stream();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void signals_equal_the_plain_rules_on_seeded_candles_and_parameters(Strategy strategy) {
        SplittableRandom random = new SplittableRandom(31);
        int told = 0;
        for (int i = 0; i < CASES; i++) {
            Candles candles = StormyCandles.of(i, 300 + random.nextInt(300));

            told += assertSame(strategy, candles, SampleParameters.nearDefaults(strategy, random));
        }
        assertThat(told).as("signals compared").isGreaterThan(CASES / 2);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void signals_equal_the_plain_rules_on_real_candles(Strategy strategy) {
        Candles all = SharedData.candles("binance_ETH-USDT_15m.csv.gz", Timeframe.M15);

        int told = assertSame(strategy, RandomCandles.firstOf(all, 3_000), SampleParameters.defaults(strategy));

        assertThat(told).as("signals compared").isGreaterThan(2);
    }

    private static int assertSame(Strategy strategy, Candles candles, ParameterSet parameters) {
        byte[] signals = new byte[candles.size()];
        try {
            strategy.prepare(IndicatorCache.of(candles), parameters).write(0, candles.size(), signals);
        } catch (IllegalArgumentException contradictingParameters) {
            return 0;
        }
        byte[] expected = ReferenceSignals.of(strategy, candles, parameters);
        assertThat(signals).as("%s %s", strategy.name(), parameters).isEqualTo(expected);
        int told = 0;
        for (byte signal : expected) {
            told += Math.abs(signal);
        }
        return told;
    }
}
