package studio.engine.language.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestResult;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.SharedData;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.engine.strategy.StrategyRules;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;

/** The classics as texts are the built-in strategies: parameters, trades and figures, to the bit. */
class ShippedTextsTest {
    private static final int SETS = 1_000;

    static Set<String> names() {
        return ShippedTexts.all().keySet();
    }

    static Stream<Arguments> namesAndSeries() {
        Map<String, Timeframe> series = new LinkedHashMap<>();
        series.put("binance_BTC-USDT_1d.csv", Timeframe.D1);
        series.put("binance_BTC-USDT_1h.csv.gz", Timeframe.H1);
        series.put("binance_BTC-USDT_4h.csv", Timeframe.H4);
        series.put("binance_BTC-USDT_5m.csv.gz", Timeframe.M5);
        series.put("binance_ETH-USDT_15m.csv.gz", Timeframe.M15);
        series.put("binance_ETH-USDT_1h.csv.gz", Timeframe.H1);
        series.put("binance_ETH-USDT_4h.csv", Timeframe.H4);
        series.put("binance_SOL-USDT_15m.csv.gz", Timeframe.M15);
        series.put("binance_SOL-USDT_1h.csv.gz", Timeframe.H1);
        series.put("binance_XRP-ETH_1m.csv", Timeframe.M1);
        series.put("bitstamp_BTC-USD_1m.csv.gz", Timeframe.M1);
        series.put("coinbase_BTC-USD_1h.csv.gz", Timeframe.H1);
        series.put("coinbase_ETH-USD_1d.csv", Timeframe.D1);
        series.put("coinbase_ETH-USD_4h.csv.gz", Timeframe.H4);
        series.put("dukascopy_EUR-USD_1h.csv.gz", Timeframe.H1);
        series.put("us-equity_GOOGL_1d.csv", Timeframe.D1);
        series.put("us-equity_SPY_1h.csv.gz", Timeframe.H1);
        series.put("us-equity_SPY_1m.csv", Timeframe.M1);
        return series.entrySet().stream()
                .flatMap(entry -> names().stream().map(name -> Arguments.of(name, entry.getKey(), entry.getValue())));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_text_declares_what_its_class_declares(String name) {
        Strategy text = text(name);
        Strategy builtIn = builtIn(name);

        assertThat(text.title()).isEqualTo(builtIn.title());
        assertThat(text.description()).isEqualTo(builtIn.description());
        assertThat(text.parameters()).isEqualTo(builtIn.parameters());
        assertThat(StrategyRules.check(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_thousand_seeded_parameter_sets_trade_the_same(String name) {
        Strategy builtIn = builtIn(name);
        Candles candles = RandomCandles.of(name.hashCode(), 3_000, Timeframe.M5);
        Pair pair = new Pair(name, candles);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int trades = 0;
        for (int i = 0; i < SETS; i++) {
            trades += pair.compare(SampleParameters.random(builtIn, random), 0, candles.size());
        }
        assertThat(trades).as("trades compared").isGreaterThan(10 * SETS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void short_series_and_any_stretch_trade_the_same(String name) {
        Strategy builtIn = builtIn(name);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            Candles candles = RandomCandles.of(i, 20 + random.nextInt(300), Timeframe.M5);
            int from = random.nextInt(candles.size());
            int to = from + 1 + random.nextInt(candles.size() - from);
            new Pair(name, candles).compare(SampleParameters.random(builtIn, random), from, to);
        }
    }

    @ParameterizedTest
    @MethodSource("namesAndSeries")
    void shared_series_trade_the_same(String name, String file, Timeframe timeframe) {
        Strategy builtIn = builtIn(name);
        Candles candles = SharedData.candles(file, timeframe);
        Pair pair = new Pair(name, candles);
        SplittableRandom random = new SplittableRandom(file.hashCode());

        int trades = pair.compare(SampleParameters.defaults(builtIn), 0, candles.size());
        for (int i = 0; i < 5; i++) {
            trades += pair.compare(SampleParameters.random(builtIn, random), 0, candles.size());
        }

        assertThat(trades).as("trades compared on " + file).isGreaterThan(10);
    }

    /** Both on one series, with the same columns. */
    private static final class Pair {
        private final Backtest builtIn;
        private final Backtest text;

        Pair(String name, Candles candles) {
            IndicatorCache data = IndicatorCache.of(candles);
            builtIn = new Backtest(builtIn(name), data, CostSettings.standard());
            text = new Backtest(text(name), data, CostSettings.standard());
        }

        /** Trades that both made. */
        int compare(ParameterSet parameters, int from, int to) {
            BacktestResult expected;
            try {
                expected = builtIn.run(parameters, from, to);
            } catch (IllegalArgumentException contradiction) {
                assertThatThrownBy(() -> text.run(parameters, from, to)).hasMessageStartingWith("requires ");
                return 0;
            }
            BacktestResult actual = text.run(parameters, from, to);
            assertThat(actual.trades()).as("%s", parameters).isEqualTo(expected.trades());
            assertThat(actual.metrics()).as("%s", parameters).isEqualTo(expected.metrics());
            assertThat(actual.equity()).as("%s", parameters).isEqualTo(expected.equity());
            return actual.trades().size();
        }
    }

    private static Strategy builtIn(String name) {
        return StrategyCatalogue.standard().find(name).orElseThrow();
    }

    private static WrittenStrategy text(String name) {
        Reading reading = StrategyLanguage.read(ShippedTexts.find(name).orElseThrow());
        assertThat(reading.problems()).isEmpty();
        return WrittenStrategy.of(name, reading.program());
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_parameter_is_used(String name) {
        String text = ShippedTexts.find(name).orElseThrow();
        Set<String> unused = new TreeSet<>();
        builtIn(name).parameters().forEach(p -> {
            if (text.split("\\b" + p.name() + "\\b", -1).length < 3) {
                unused.add(p.name());
            }
        });
        assertThat(unused).isEmpty();
    }
}
