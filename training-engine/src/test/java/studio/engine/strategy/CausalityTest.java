package studio.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.SharedData;
import studio.engine.market.StormyCandles;
import studio.engine.search.ParameterSet;
import studio.model.market.Timeframe;

/** No strategy may know a later bar: what it says up to a bar stays the same when later bars are taken away. */
class CausalityTest {
    private static final int RANDOM_CASES = 60;

    static java.util.stream.Stream<Strategy> strategies() {
        return StrategyCatalogue.standard().all().stream();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void signals_and_stops_stay_when_later_bars_are_removed_from_random_candles(Strategy strategy) {
        SplittableRandom random = new SplittableRandom(11);
        int signals = 0;
        for (int i = 0; i < RANDOM_CASES; i++) {
            Candles all = RandomCandles.of(i, 900, Timeframe.M5);
            Candles stormy = StormyCandles.of(i, 900);

            signals += assertCausal(strategy, all, SampleParameters.random(strategy, random), random, 12);
            signals += assertCausal(strategy, stormy, SampleParameters.nearDefaults(strategy, random), random, 12);
        }
        assertThat(signals).as("signals compared").isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void signals_and_stops_stay_when_later_bars_are_removed_from_real_candles(Strategy strategy) {
        Candles all = RandomCandles.firstOf(SharedData.candles("binance_BTC-USDT_5m.csv.gz", Timeframe.M5), 12_000);
        SplittableRandom random = new SplittableRandom(5);

        int signals = assertCausal(strategy, all, SampleParameters.defaults(strategy), random, 150);

        assertThat(signals).as("signals compared").isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void any_stretch_is_told_the_same_as_the_whole(Strategy strategy) {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < RANDOM_CASES; i++) {
            Candles candles = StormyCandles.of(i, 1_200);
            ParameterSet parameters = SampleParameters.defaults(strategy);
            byte[] whole = signals(strategy, candles, parameters);
            Signals again = strategy.prepare(IndicatorCache.of(candles), parameters);
            for (int part = 0; part < 40; part++) {
                int from = random.nextInt(candles.size());
                int to = random.nextInt(from, candles.size() + 1);
                byte[] stretch = new byte[candles.size()];

                again.write(from, to, stretch);

                assertThat(Arrays.copyOfRange(stretch, from, to))
                        .as("%s, bars %d..%d", strategy.name(), from, to)
                        .isEqualTo(Arrays.copyOfRange(whole, from, to));
            }
        }
    }

    private static int assertCausal(
            Strategy strategy, Candles all, ParameterSet parameters, SplittableRandom random, int cuts) {
        byte[] whole;
        try {
            whole = signals(strategy, all, parameters);
        } catch (IllegalArgumentException contradictingParameters) {
            return 0;
        }
        Signals wholeSignals = strategy.prepare(IndicatorCache.of(all), parameters);
        int compared = 0;
        for (int cut = 0; cut < cuts; cut++) {
            int n = random.nextInt(250, all.size());
            Candles first = RandomCandles.firstOf(all, n);

            byte[] truncated = signals(strategy, first, parameters);

            assertThat(truncated)
                    .as("%s %s cut after %d bars", strategy.name(), parameters, n)
                    .isEqualTo(Arrays.copyOf(whole, n));
            assertThat(strategy.prepare(IndicatorCache.of(first), parameters).stopDistance(n - 1))
                    .isEqualTo(wholeSignals.stopDistance(n - 1));
            for (byte signal : truncated) {
                compared += Math.abs(signal);
            }
        }
        return compared;
    }

    private static byte[] signals(Strategy strategy, Candles candles, ParameterSet parameters) {
        byte[] signals = new byte[candles.size()];
        strategy.prepare(IndicatorCache.of(candles), parameters).write(0, candles.size(), signals);
        return signals;
    }
}
