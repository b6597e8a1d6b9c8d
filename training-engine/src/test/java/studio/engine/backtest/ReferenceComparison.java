package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.engine.market.Candles;
import studio.engine.metric.AnnualPeriods;
import studio.model.job.CostSettings;
import studio.model.result.ExitReason;
import studio.model.result.Side;
import studio.model.result.TradeView;

/**
 * Holds the engine's results to those of a plain reference. Which bars trade, and why, must be the same. Money is the
 * same but for rounding: the references keep real cash that buying spends, the engine counts gains, and sums of either
 * have other roundings.
 */
final class ReferenceComparison {
    final Map<ExitReason, Integer> seen = new EnumMap<>(ExitReason.class);
    int figuresCompared;

    void compare(
            String name,
            Candles stretch,
            CostSettings costs,
            BacktestResult result,
            ReferenceBacktest.Outcome expected) {
        compareTrades(name, stretch, costs, result.trades(), expected.deals());
        for (int t = 0; t < stretch.size(); t++) {
            money(
                    name + ": equity is cash and position at bar " + t,
                    costs,
                    result.equity()[t],
                    expected.equity().get(t));
        }
        compareFigures(name, stretch, costs, result, expected.deals());
    }

    private void compareTrades(
            String name,
            Candles stretch,
            CostSettings costs,
            List<TradeView> trades,
            List<ReferenceBacktest.Deal> deals) {
        for (int d = 0; d < Math.min(trades.size(), deals.size()); d++) {
            TradeView trade = trades.get(d);
            ReferenceBacktest.Deal deal = deals.get(d);
            if (trade.exitReason() != deal.why()
                    || trade.side() != (deal.side() > 0 ? Side.LONG : Side.SHORT)
                    || trade.bars() != deal.heldBars()
                    || !at(stretch, deal.entryBar(), trade.entryTime().toEpochMilli())
                    || !at(stretch, deal.exitBar(), trade.exitTime().toEpochMilli())) {
                throw new AssertionError(name + ": " + trade + " but expected " + deal);
            }
            price(name, trade.entryPrice(), deal.entryPrice());
            price(name, trade.exitPrice(), deal.exitPrice());
            money(name, costs, trade.profit(), deal.profit());
            money(name, costs, trade.fees(), deal.fees());
            seen.merge(deal.why(), 1, Integer::sum);
        }
        assertThat(trades).as(name).hasSameSizeAs(deals);
    }

    /** A fill carries the time of its bar's open or close. */
    private static boolean at(Candles candles, int bar, long time) {
        return time == candles.time()[bar]
                || time == candles.time()[bar] + candles.timeframe().millis();
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
        Map<String, Double> found = ReferenceMetrics.of(result.metrics());
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(wanted.keySet());
        found.forEach((figure, value) -> {
            double want = wanted.get(figure);
            boolean undefined = !Double.isFinite(want);
            // Where nothing but rounding moves, a ratio of two roundings is no figure to compare.
            if (undefined != Double.isNaN(value)) {
                assertThat(isRatioOfRoundings(figure, wanted))
                        .as("%s %s: %s, not %s", name, figure, value, want)
                        .isTrue();
            } else if (!undefined && !isRatioOfRoundings(figure, wanted)) {
                // Differences of figures that are counted from 10,000 keep fewer digits than the figures.
                within(name + " " + figure, value, want, 1e-6 * Math.max(1, Math.abs(want)));
                figuresCompared++;
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

    private static void price(String what, double found, double wanted) {
        within(what, found, wanted, 1e-12 * Math.abs(wanted));
    }

    private static void money(String what, CostSettings costs, double found, double wanted) {
        within(what, found, wanted, 1e-12 * costs.initialCapital() + 1e-9 * Math.abs(wanted));
    }

    private static void within(String what, double found, double wanted, double allowed) {
        if (!(Math.abs(found - wanted) <= allowed)) {
            throw new AssertionError(what + ": " + found + ", not " + wanted);
        }
    }
}
