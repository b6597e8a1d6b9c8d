package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.market.Timeframe;
import studio.model.result.ExitReason;
import studio.model.result.Metrics;

/**
 * The engine jumps from signal to signal and computes long stretches at once; the references walk bar by bar. Both must
 * give the same trades, the same equity of every bar and the same figures, whatever the case.
 */
class BacktestReferenceTest {
    private static final int CASES = 10_000;
    private static final ParameterSet NONE = new ParameterSet(Map.of());
    private static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.H12, Timeframe.D1, Timeframe.W1);

    private final SplittableRandom random = new SplittableRandom(2024);
    private final ReferenceComparison comparison = new ReferenceComparison();

    @Test
    void trades_equity_and_every_figure_equal_the_plain_references_over_ten_thousand_random_cases() {
        for (int i = 0; i < CASES; i++) {
            Timeframe timeframe = TIMEFRAMES.get(random.nextInt(TIMEFRAMES.size()));
            int size = 1 + random.nextInt(random.nextInt(10) == 0 ? 4 : 90);
            Candles candles = RandomCandles.withGaps(RandomCandles.of(i, size, timeframe), random);
            ScriptedStrategy script = ScriptedStrategy.random(candles.size(), random);
            // A stretch as walk-forward cuts them: bars before and after it are there, and must not matter.
            int from = random.nextBoolean() ? 0 : random.nextInt(candles.size());
            int to = random.nextBoolean() ? candles.size() : from + 1 + random.nextInt(candles.size() - from);

            compare("case " + i, candles, script, costs(), from, to);
        }
        assertThat(comparison.seen.keySet())
                .as("every classic way out was tried")
                .containsExactlyInAnyOrder(
                        ExitReason.STOP,
                        ExitReason.TARGET,
                        ExitReason.MAX_HOLDING,
                        ExitReason.OPPOSITE_SIGNAL,
                        ExitReason.END_OF_DATA);
        assertThat(comparison.seen.values()).allMatch(count -> count > 400);
        assertThat(comparison.figuresCompared).as("defined figures compared").isGreaterThan(10 * CASES);
    }

    private CostSettings costs() {
        return new CostSettings(
                10_000,
                random.nextInt(3) * 0.001,
                random.nextInt(3) * 0.0005,
                random.nextInt(4) == 0 ? 1 : 0.02,
                random.nextBoolean() ? FillRule.NEXT_OPEN : FillRule.CLOSE);
    }

    private void compare(String name, Candles all, ScriptedStrategy script, CostSettings costs, int from, int to) {
        Candles stretch = RandomCandles.between(all, from, to);
        ReferenceBacktest.Outcome expected = ReferenceBacktest.run(
                stretch,
                Arrays.copyOfRange(script.signals, from, to),
                Arrays.copyOfRange(script.stops, from, to),
                script.riskReward,
                script.maxHolding,
                costs);

        Backtest backtest = new Backtest(script, IndicatorCache.of(all), costs);
        BacktestResult result = backtest.run(NONE, from, to);
        Metrics figures = backtest.evaluate(NONE, from, to);

        assertThat(figures).as(name).isEqualTo(result.metrics());
        comparison.compare(name, stretch, costs, result, expected);
    }
}
