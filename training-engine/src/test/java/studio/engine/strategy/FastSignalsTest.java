package studio.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.model.market.Timeframe;

/** Strategies that list their signals say what a plain look at every bar says. */
class FastSignalsTest {
    private final SplittableRandom random = new SplittableRandom(99);

    @Test
    void the_sweep_equals_its_plain_definition_on_random_candles_and_parameters() {
        Strategy sweep = strategy("LIQUIDITY_SWEEP");
        int found = 0;
        for (int i = 0; i < 800; i++) {
            Candles candles = RandomCandles.of(i, 1 + random.nextInt(700), Timeframe.M5);
            ParameterSet parameters = sweepParameters(sweep, i % 3);

            byte[] signals = listed(sweep, candles, parameters, 0, candles.size());

            assertThat(signals)
                    .as("case %d %s", i, parameters)
                    .isEqualTo(new ReferenceSweep(candles, parameters).signals());
            found += count(signals);
        }
        assertThat(found).as("signals compared").isGreaterThan(2_000);
    }

    @Test
    void the_cross_equals_its_plain_definition_where_averages_touch_and_stay_equal_too() {
        Strategy cross = strategy("MA_CROSS");
        int found = 0;
        for (int i = 0; i < 300; i++) {
            Candles candles = steps(1 + random.nextInt(500));
            Map<String, Object> values =
                    new LinkedHashMap<>(SampleParameters.defaults(cross).values());
            values.put("fast_period", 1 + random.nextInt(4));
            values.put("slow_period", 5 + random.nextInt(12));
            ParameterSet parameters = new ParameterSet(values);

            byte[] signals = listed(cross, candles, parameters, 0, candles.size());

            assertThat(signals).as("case %d %s", i, parameters).isEqualTo(plainCross(candles, parameters));
            found += count(signals);
        }
        assertThat(found).as("signals compared").isGreaterThan(2_000);
    }

    @Test
    void a_listed_stretch_a_written_stretch_and_the_whole_say_the_same() {
        for (Strategy strategy : StrategyCatalogue.standard().all()) {
            for (int i = 0; i < 60; i++) {
                Candles candles = RandomCandles.of(i, 1_200, Timeframe.M5);
                ParameterSet parameters = SampleParameters.defaults(strategy);
                int from = random.nextInt(1_200);
                int to = from + 1 + random.nextInt(1_200 - from);
                byte[] whole = listed(strategy, candles, parameters, 0, 1_200);
                byte[] written = new byte[1_200];

                strategy.prepare(IndicatorCache.of(candles), parameters).write(from, to, written);

                byte[] expected = new byte[1_200];
                System.arraycopy(whole, from, expected, from, to - from);
                assertThat(listed(strategy, candles, parameters, from, to))
                        .as(strategy.name())
                        .isEqualTo(expected);
                assertThat(written).as(strategy.name()).isEqualTo(expected);
            }
        }
    }

    private ParameterSet sweepParameters(Strategy sweep, int kind) {
        Map<String, Object> values =
                new LinkedHashMap<>(SampleParameters.random(sweep, random).values());
        if (kind == 1) {
            // Signals as often as may be.
            values.put("volume_spike_threshold", 1.5);
            values.put("pierce_depth", 0.0005);
            values.put("reversal_candles", 1 + random.nextInt(2));
            values.put("min_distance_from_level", 0.003);
            values.put("min_level_touches", 2);
        } else if (kind == 2) {
            // Outside of the usual ranges, as an analyst's own may be.
            values.put("volume_spike_threshold", random.nextInt(3) == 0 ? 0.0 : random.nextDouble(0.1, 12));
            values.put("reversal_candles", random.nextInt(0, 40));
            values.put("key_level_lookback", random.nextInt(5, 300));
            values.put("min_level_touches", random.nextInt(1, 8));
            values.put("min_distance_from_level", random.nextDouble(0, 0.05));
            values.put("pierce_depth", random.nextDouble(0, 0.05));
        }
        return new ParameterSet(values);
    }

    /** Closes in whole steps: averages are equal again and again. */
    private Candles steps(int n) {
        long[] time = new long[n];
        double[] close = new double[n];
        double last = 100;
        for (int i = 0; i < n; i++) {
            last += random.nextInt(3) == 0 ? random.nextInt(-2, 3) : 0;
            time[i] = i * 300_000L;
            close[i] = last;
        }
        return new Candles(Timeframe.M5, time, close, close, close, close, close);
    }

    private static byte[] plainCross(Candles candles, ParameterSet parameters) {
        IndicatorCache data = IndicatorCache.of(candles);
        double[] fast = data.sma(parameters.integer("fast_period"));
        double[] slow = data.sma(parameters.integer("slow_period"));
        byte[] signals = new byte[candles.size()];
        for (int t = Math.max(14, parameters.integer("slow_period")); t < candles.size(); t++) {
            if (fast[t - 1] <= slow[t - 1] && fast[t] > slow[t]) {
                signals[t] = 1;
            } else if (fast[t - 1] >= slow[t - 1] && fast[t] < slow[t]) {
                signals[t] = -1;
            }
        }
        return signals;
    }

    private static byte[] listed(Strategy strategy, Candles candles, ParameterSet parameters, int from, int to) {
        SignalList list = new SignalList();
        strategy.prepare(IndicatorCache.of(candles), parameters).list(from, to, list);
        byte[] signals = new byte[candles.size()];
        for (int i = 0; i < list.size(); i++) {
            signals[list.bar(i)] = list.signal(i);
        }
        return signals;
    }

    private static int count(byte[] signals) {
        int count = 0;
        for (byte signal : signals) {
            count += Math.abs(signal);
        }
        return count;
    }

    private static Strategy strategy(String name) {
        return StrategyCatalogue.standard().find(name).orElseThrow();
    }
}
