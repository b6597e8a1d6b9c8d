package studio.benchmarks.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.Metrics;

/**
 * One backtest with all metrics. {@code …Defaults} runs one set of parameters again and again; {@code …NewTrial} one of
 * 5,000 random sets after the other, as a search does, with indicators shared by all; {@code …Alone} computes every
 * indicator and all that is shared anew. {@code …Text} runs a built-in strategy as the text that is shipped of it, {@code …Class}
 * the built-in class. {@code samePercentCross…} and {@code ta4jPercentCross} do the same trades.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EngineBenchmark {

    /** The series and what all threads share of it. */
    @State(Scope.Benchmark)
    @NullUnmarked
    public static class Series {
        static final int FAST = 10;
        static final int SLOW = 50;
        private static final int DRAWN = 5_000;
        /** Rules that both engines have: filled at the close, nothing paid. */
        private static final CostSettings FREE = new CostSettings(10_000, 0, 0, 1, FillRule.CLOSE);

        @Param("20000")
        public int candles;

        Candles walk;
        Candles closes;
        Run cross;
        Run sweep;
        Run rsi;
        Run donchian;
        Run bollinger;
        Run crossText;
        Run rsiText;
        Run donchianText;
        Run bollingerText;
        Run fortyNodes;
        PercentCross percent;
        ParameterSet percentParameters;
        Backtest percentShared;
        Ta4jCross ta4j;

        @Setup
        public void setUp() {
            walk = WalkingCandles.of(1, candles);
            closes = WalkingCandles.closesOnly(walk);
            IndicatorCache data = IndicatorCache.of(walk);
            cross = new Run(strategy("MA_CROSS"), data);
            sweep = new Run(strategy("LIQUIDITY_SWEEP"), data);
            rsi = new Run(strategy("RSI_REVERSION"), data);
            donchian = new Run(strategy("DONCHIAN_BREAKOUT"), data);
            bollinger = new Run(strategy("BOLLINGER_REVERSION"), data);
            crossText = new Run(WrittenTexts.classic("MA_CROSS"), data);
            rsiText = new Run(WrittenTexts.classic("RSI_REVERSION"), data);
            donchianText = new Run(WrittenTexts.classic("DONCHIAN_BREAKOUT"), data);
            bollingerText = new Run(WrittenTexts.classic("BOLLINGER_REVERSION"), data);
            fortyNodes = new Run(WrittenTexts.fortyNodes(), data);
            percent = new PercentCross(strategy("MA_CROSS"));
            percentParameters = percent.parameters(FAST, SLOW);
            percentShared = new Backtest(percent, IndicatorCache.of(closes), FREE);
            ta4j = new Ta4jCross(closes);
            int same = SameTrades.check(
                    closes, percentShared.run(percentParameters, 0, candles).trades(), ta4j.trade(FAST, SLOW));
            System.out.println("# " + same + " trades are the same in ta4j");
        }

        private static Strategy strategy(String name) {
            return StrategyCatalogue.standard().find(name).orElseThrow();
        }

        /** One strategy on the series. */
        static final class Run {
            final Strategy strategy;
            final Backtest backtest;
            final ParameterSet defaults;
            final List<ParameterSet> drawn;

            Run(Strategy strategy, IndicatorCache data) {
                this.strategy = strategy;
                this.backtest = new Backtest(strategy, data, CostSettings.standard());
                this.defaults = Trials.defaults(strategy);
                this.drawn = Trials.drawn(strategy, data, DRAWN, 7);
            }

            Metrics run(ParameterSet parameters) {
                return backtest.evaluate(parameters, 0, backtest.candles().size());
            }

            Metrics alone() {
                Candles candles = backtest.candles();
                return new Backtest(strategy, IndicatorCache.of(candles), CostSettings.standard())
                        .evaluate(defaults, 0, candles.size());
            }
        }
    }

    /** Each thread draws its own trials. */
    @State(Scope.Thread)
    public static class Turn {
        private int next = (int) (Thread.currentThread().getId() * 1_237);

        int next(int bound) {
            next = (next + 1) % bound;
            return next;
        }
    }

    /** What two threads are worth to a loop that touches no memory; its "candles" are rounds. */
    @Benchmark
    public double arithmetic(Series series) {
        double a = 1;
        double b = 2;
        double c = 3;
        double d = 4;
        for (int i = 0; i < series.candles; i++) {
            a = a * 1.000_000_1 + 0.1;
            b = b * 1.000_000_2 + 0.1;
            c = c * 1.000_000_3 + 0.1;
            d = d * 1.000_000_4 + 0.1;
        }
        return a + b + c + d;
    }

    @Benchmark
    public Metrics crossDefaults(Series series) {
        return series.cross.run(series.cross.defaults);
    }

    @Benchmark
    public Metrics crossNewTrial(Series series, Turn turn) {
        List<ParameterSet> drawn = series.cross.drawn;
        return series.cross.run(drawn.get(turn.next(drawn.size())));
    }

    @Benchmark
    public Metrics crossAlone(Series series) {
        return series.cross.alone();
    }

    @Benchmark
    public Metrics crossTextDefaults(Series series) {
        return series.crossText.run(series.crossText.defaults);
    }

    @Benchmark
    public Metrics crossTextNewTrial(Series series, Turn turn) {
        List<ParameterSet> drawn = series.crossText.drawn;
        return series.crossText.run(drawn.get(turn.next(drawn.size())));
    }

    @Benchmark
    public Metrics rsiClass(Series series) {
        return series.rsi.run(series.rsi.defaults);
    }

    @Benchmark
    public Metrics rsiText(Series series) {
        return series.rsiText.run(series.rsiText.defaults);
    }

    @Benchmark
    public Metrics donchianClass(Series series) {
        return series.donchian.run(series.donchian.defaults);
    }

    @Benchmark
    public Metrics donchianText(Series series) {
        return series.donchianText.run(series.donchianText.defaults);
    }

    @Benchmark
    public Metrics bollingerClass(Series series) {
        return series.bollinger.run(series.bollinger.defaults);
    }

    @Benchmark
    public Metrics bollingerText(Series series) {
        return series.bollingerText.run(series.bollingerText.defaults);
    }

    @Benchmark
    public Metrics fortyNodesNewTrial(Series series, Turn turn) {
        List<ParameterSet> drawn = series.fortyNodes.drawn;
        return series.fortyNodes.run(drawn.get(turn.next(drawn.size())));
    }

    @Benchmark
    public Metrics sweepDefaults(Series series) {
        return series.sweep.run(series.sweep.defaults);
    }

    @Benchmark
    public Metrics sweepNewTrial(Series series, Turn turn) {
        List<ParameterSet> drawn = series.sweep.drawn;
        return series.sweep.run(drawn.get(turn.next(drawn.size())));
    }

    @Benchmark
    public Metrics sweepAlone(Series series) {
        return series.sweep.alone();
    }

    @Benchmark
    public Metrics samePercentCross(Series series) {
        return series.percentShared.evaluate(series.percentParameters, 0, series.candles);
    }

    @Benchmark
    public Metrics samePercentCrossAlone(Series series) {
        return new Backtest(series.percent, IndicatorCache.of(series.closes), Series.FREE)
                .evaluate(series.percentParameters, 0, series.candles);
    }

    @Benchmark
    public double ta4jPercentCross(Series series) {
        return series.ta4j.run(Series.FAST, Series.SLOW);
    }
}
