package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.metric.AnnualPeriods;
import studio.engine.search.ParameterSet;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.market.Timeframe;
import studio.model.result.ExitReason;
import studio.model.result.Metrics;
import studio.model.result.Side;
import studio.model.result.TradeView;

/**
 * The engine jumps from signal to signal and computes long stretches at once; the references walk bar by bar. Both must
 * tell the same trades, the same equity of every bar and the same figures, whatever the case.
 */
class BacktestReferenceTest {
    private static final int CASES = 10_000;
    private static final ParameterSet NONE = new ParameterSet(Map.of());
    private static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.H12, Timeframe.D1, Timeframe.W1);

    private final SplittableRandom random = new SplittableRandom(2024);
    private final Map<ExitReason, Integer> seen = new EnumMap<>(ExitReason.class);
    private int compared;

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
        assertThat(seen.keySet()).as("every way out was tried").containsExactlyInAnyOrder(ExitReason.values());
        assertThat(seen.values()).allMatch(count -> count > 400);
        assertThat(compared).as("defined figures compared").isGreaterThan(10 * CASES);
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
        compareTrades(name, result.trades(), expected.deals());
        for (int t = 0; t < stretch.size(); t++) {
            close(
                    name + ": equity is cash and position at bar " + t,
                    result.equity()[t],
                    expected.equity().get(t));
        }
        compareFigures(name, stretch, costs, result, expected.deals());
    }

    private void compareTrades(String name, List<TradeView> trades, List<ReferenceBacktest.Deal> deals) {
        assertThat(trades).as(name).hasSameSizeAs(deals);
        for (int d = 0; d < deals.size(); d++) {
            TradeView trade = trades.get(d);
            ReferenceBacktest.Deal deal = deals.get(d);
            if (trade.exitReason() != deal.why()
                    || trade.side() != (deal.side() > 0 ? Side.LONG : Side.SHORT)
                    || trade.bars() != deal.heldBars()) {
                throw new AssertionError(name + ": " + trade + " but expected " + deal);
            }
            close(name, trade.entryPrice(), deal.entryPrice());
            close(name, trade.exitPrice(), deal.exitPrice());
            close(name, trade.profit(), deal.profit());
            close(name, trade.fees(), deal.fees());
            seen.merge(deal.why(), 1, Integer::sum);
        }
    }

    private void compareFigures(
            String name,
            Candles candles,
            CostSettings costs,
            BacktestResult result,
            List<ReferenceBacktest.Deal> deals) {
        double perYear = AnnualPeriods.CRYPTO.perYear(candles.timeframe());
        // From the curve just found equal: a fall that is nothing but rounding must be one for both.
        Map<String, Double> wanted =
                ReferenceMetrics.of(candles, costs.initialCapital(), perYear, result.equity(), deals);
        Map<String, Double> told = ReferenceMetrics.of(result.metrics());
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(wanted.keySet());
        told.forEach((figure, value) -> {
            double want = wanted.get(figure);
            boolean undefined = !Double.isFinite(want);
            // Where nothing but rounding moves, a ratio of two roundings is no figure to compare.
            if (undefined != Double.isNaN(value)) {
                assertThat(isRatioOfRoundings(figure, wanted))
                        .as("%s %s: %s, not %s", name, figure, value, want)
                        .isTrue();
            } else if (!undefined && !isRatioOfRoundings(figure, wanted)) {
                close(name + " " + figure, value, want);
                compared++;
            }
        });
    }

    private static boolean isRatioOfRoundings(String figure, Map<String, Double> wanted) {
        return switch (figure) {
            case "sharpeRatio", "sortinoRatio" -> !(wanted.get("volatilityPct") > 1e-6);
            case "calmarRatio" -> !(wanted.get("maxDrawdownPct") > 1e-6);
            default -> false;
        };
    }

    /** Within a billionth of the larger one or, around 0, of a unit. */
    private static void close(String what, double told, double wanted) {
        double allowed = 1e-9 * Math.max(1, Math.max(Math.abs(told), Math.abs(wanted)));
        // Money is counted from 10,000: differences of such figures keep fewer digits than the figures.
        if (!(Math.abs(told - wanted) <= 1e3 * allowed)) {
            throw new AssertionError(what + ": " + told + ", not " + wanted);
        }
    }
}
