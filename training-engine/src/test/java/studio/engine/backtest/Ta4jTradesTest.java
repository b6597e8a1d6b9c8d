package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Indicator;
import org.ta4j.core.Position;
import org.ta4j.core.Rule;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnCurrentCloseModel;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.SharedData;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.market.Timeframe;
import studio.model.result.ExitReason;
import studio.model.result.Side;
import studio.model.result.TradeView;
import studio.model.strategy.ParameterInfo;

/**
 * The classics on real candles trade as ta4j does where the rules coincide: entries and opposite exits, at the next open or
 * at the close. Stops differ (ta4j's look at closes), so they are moved out of reach. ta4j trades one direction at a time:
 * its long and its short runs together are ours.
 */
class Ta4jTradesTest {
    /** ta4j starts its recursive averages with the first value; by this bar the difference is gone. */
    private static final int SETTLED = 600;

    private record Deal(boolean isLong, int entry, int exit, double entryPrice, double exitPrice) {}

    @ParameterizedTest
    @CsvSource({
        "MA_CROSS, SMA, binance_BTC-USDT_1h.csv.gz, H1",
        "MA_CROSS, EMA, binance_BTC-USDT_1h.csv.gz, H1",
        "MA_CROSS, SMA, coinbase_ETH-USD_4h.csv.gz, H4",
        "RSI_REVERSION, SMA, binance_BTC-USDT_1h.csv.gz, H1",
        "RSI_REVERSION, SMA, binance_SOL-USDT_15m.csv.gz, M15",
        "DONCHIAN_BREAKOUT, SMA, binance_BTC-USDT_1h.csv.gz, H1",
        "DONCHIAN_BREAKOUT, SMA, coinbase_ETH-USD_4h.csv.gz, H4",
        "BOLLINGER_REVERSION, SMA, binance_BTC-USDT_1h.csv.gz, H1",
        "BOLLINGER_REVERSION, SMA, binance_SOL-USDT_15m.csv.gz, M15",
    })
    void trades_equal_those_of_ta4j(String name, String average, String file, Timeframe timeframe) {
        Candles candles = SharedData.candles(file, timeframe);
        for (FillRule fill : FillRule.values()) {
            List<Deal> ours = ours(name, average, candles, fill);
            List<Deal> theirs = theirs(name, average, candles, fill);

            assertThat(theirs).as("trades of ta4j").hasSizeGreaterThan(20);
            assertThat(ours).as("%s %s %s", name, average, fill).hasSameSizeAs(theirs);
            for (int i = 0; i < theirs.size(); i++) {
                assertThat(ours.get(i).isLong())
                        .as("trade %d", i)
                        .isEqualTo(theirs.get(i).isLong());
                assertThat(ours.get(i).entry())
                        .as("trade %d", i)
                        .isEqualTo(theirs.get(i).entry());
                assertThat(ours.get(i).exit())
                        .as("trade %d", i)
                        .isEqualTo(theirs.get(i).exit());
                assertThat(ours.get(i).entryPrice()).isCloseTo(theirs.get(i).entryPrice(), within(1e-9));
                assertThat(ours.get(i).exitPrice()).isCloseTo(theirs.get(i).exitPrice(), within(1e-9));
            }
        }
    }

    private static List<Deal> ours(String name, String average, Candles candles, FillRule fill) {
        Strategy strategy = StrategyCatalogue.standard().find(name).orElseThrow();
        Map<String, Object> values =
                new LinkedHashMap<>(SampleParameters.defaults(strategy).values());
        values.computeIfPresent("average", (key, old) -> average);
        CostSettings free = new CostSettings(10_000, 0, 0, 0.02, fill);
        List<TradeView> trades = new Backtest(new WithoutExits(strategy), IndicatorCache.of(candles), free)
                .run(new ParameterSet(values), SETTLED, candles.size())
                .trades();
        long shift = fill == FillRule.CLOSE ? candles.timeframe().millis() : 0;
        List<Deal> deals = new ArrayList<>();
        for (TradeView trade : trades) {
            if (trade.exitReason() != ExitReason.END_OF_DATA) {
                assertThat(trade.exitReason()).isEqualTo(ExitReason.OPPOSITE_SIGNAL);
                deals.add(new Deal(
                        trade.side() == Side.LONG,
                        bar(candles, trade.entryTime().toEpochMilli() - shift),
                        bar(candles, trade.exitTime().toEpochMilli() - shift),
                        trade.entryPrice(),
                        trade.exitPrice()));
            }
        }
        return deals;
    }

    private static int bar(Candles candles, long openTime) {
        return java.util.Arrays.binarySearch(candles.time(), openTime);
    }

    private static List<Deal> theirs(String name, String average, Candles candles, FillRule fill) {
        BarSeries series = series(candles);
        Rule[] rules = rules(name, average, series);
        BarSeriesManager manager = new BarSeriesManager(
                series, fill == FillRule.CLOSE ? new TradeOnCurrentCloseModel() : new TradeOnNextOpenModel());
        List<Deal> deals = new ArrayList<>();
        for (boolean isLong : new boolean[] {true, false}) {
            BaseStrategy strategy = new BaseStrategy(isLong ? rules[0] : rules[1], isLong ? rules[1] : rules[0]);
            for (Position p : manager.run(
                            strategy,
                            isLong ? TradeType.BUY : TradeType.SELL,
                            series.numOf(1),
                            SETTLED,
                            series.getEndIndex())
                    .getPositions()) {
                deals.add(new Deal(
                        isLong,
                        p.getEntry().getIndex(),
                        p.getExit().getIndex(),
                        p.getEntry().getPricePerAsset().doubleValue(),
                        p.getExit().getPricePerAsset().doubleValue()));
            }
        }
        deals.sort(Comparator.comparingInt(Deal::entry));
        // What is still open at the end is not in ta4j's list; ours leaves it out too.
        return deals;
    }

    /** Long and short, with the strategies' default parameters. */
    private static Rule[] rules(String name, String average, BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        return switch (name) {
            case "MA_CROSS" -> {
                boolean simple = average.equals("SMA");
                Indicator<Num> fast = simple ? new SMAIndicator(close, 10) : new EMAIndicator(close, 10);
                Indicator<Num> slow = simple ? new SMAIndicator(close, 50) : new EMAIndicator(close, 50);
                yield new Rule[] {new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow)};
            }
            case "RSI_REVERSION" -> {
                RSIIndicator rsi = new RSIIndicator(close, 14);
                yield new Rule[] {new CrossedUpIndicatorRule(rsi, 30), new CrossedDownIndicatorRule(rsi, 70)};
            }
            case "DONCHIAN_BREAKOUT" ->
                new Rule[] {
                    new OverIndicatorRule(
                            close,
                            new PreviousValueIndicator(new HighestValueIndicator(new HighPriceIndicator(series), 20))),
                    new UnderIndicatorRule(
                            close,
                            new PreviousValueIndicator(new LowestValueIndicator(new LowPriceIndicator(series), 20)))
                };
            case "BOLLINGER_REVERSION" -> {
                BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
                StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
                yield new Rule[] {
                    new CrossedUpIndicatorRule(close, new BollingerBandsLowerIndicator(middle, deviation)),
                    new CrossedDownIndicatorRule(close, new BollingerBandsUpperIndicator(middle, deviation))
                };
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static BarSeries series(Candles c) {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int i = 0; i < c.size(); i++) {
            series.addBar(
                    Duration.ofMillis(c.timeframe().millis()),
                    Instant.ofEpochMilli(c.time()[i]).atZone(ZoneOffset.UTC),
                    c.open()[i],
                    c.high()[i],
                    c.low()[i],
                    c.close()[i],
                    c.volume()[i]);
        }
        return series;
    }

    /** The same signals; a stop just above nothing, no target and no time limit that could be met. */
    private record WithoutExits(Strategy inner) implements Strategy {
        @Override
        public Signals prepare(IndicatorCache data, ParameterSet parameters) {
            Signals signals = inner.prepare(data, parameters);
            double[] open = data.candles().open();
            return new Signals() {
                @Override
                public void write(int fromBar, int toBar, byte[] out) {
                    signals.write(fromBar, toBar, out);
                }

                @Override
                public double stopDistance(int bar) {
                    return 0.9 * open[bar];
                }

                @Override
                public double riskReward() {
                    return 1_000;
                }

                @Override
                public int maxHoldingBars() {
                    return Integer.MAX_VALUE;
                }
            };
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public String title() {
            return inner.title();
        }

        @Override
        public String description() {
            return inner.description();
        }

        @Override
        public List<ParameterInfo> parameters() {
            return inner.parameters();
        }

        @Override
        public int warmUp(ParameterSet parameters) {
            return inner.warmUp(parameters);
        }

        @Override
        public int minCandles() {
            return inner.minCandles();
        }
    }
}
