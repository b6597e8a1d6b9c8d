package studio.engine.walkforward;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestResult;
import studio.engine.backtest.EquityCurve;
import studio.engine.market.Candles;
import studio.engine.metric.MetricsAccumulator;
import studio.model.result.EquityPoint;
import studio.model.result.Metrics;
import studio.model.result.TradeView;
import studio.model.result.WindowResult;

/**
 * The test parts one after the other, each starting with the equity that the one before left. Where test parts overlap
 * each ends where the next begins; where they leave bars out, equity stands still.
 *
 * @param metrics null when no window was tested
 */
record StitchedEquity(@Nullable Metrics metrics, List<EquityPoint> points) {
    private static final int POINTS = 2_000;

    static StitchedEquity of(WalkForwardTask task, List<WindowResult> tested) {
        return tested.isEmpty() ? new StitchedEquity(null, List.of()) : new Stitcher(task, tested).stitch();
    }

    private static final class Stitcher {
        private final WalkForwardTask task;
        private final Candles candles;
        private final List<WindowResult> tested;
        private final int first;
        private final double[] equity;
        private final boolean[] exposed;
        private final MetricsAccumulator metrics;
        private double growth = 1;

        Stitcher(WalkForwardTask task, List<WindowResult> tested) {
            this.task = task;
            this.candles = task.candles();
            this.tested = tested;
            this.first = bars(0).testFrom();
            int end = bars(tested.size() - 1).testTo();
            this.equity = new double[end - first];
            this.exposed = new boolean[end - first];
            this.metrics = new MetricsAccumulator(
                    task.backtest().series(),
                    first,
                    task.backtest().costs().initialCapital(),
                    task.backtest().periods());
        }

        StitchedEquity stitch() {
            double capital = task.backtest().costs().initialCapital();
            for (int w = 0; w < tested.size(); w++) {
                WindowBars bars = bars(w);
                int next = w + 1 < tested.size() ? bars(w + 1).testFrom() : bars.testTo();
                int end = Math.min(bars.testTo(), next);
                if (bars.testFrom() < end) {
                    append(run(tested.get(w), bars.testFrom(), end));
                }
                Arrays.fill(equity, Math.max(0, end - first), next - first, capital * growth);
            }
            for (int i = 0; i < equity.length; i++) {
                metrics.flat(first + i, first + i + 1, equity[i]);
                metrics.exposed(exposed[i] ? 1 : 0);
            }
            return new StitchedEquity(metrics.finish(), EquityCurve.thinned(candles, first, equity, POINTS));
        }

        private WindowBars bars(int window) {
            return WindowBars.of(candles, tested.get(window).plan());
        }

        private BacktestResult run(WindowResult window, int from, int to) {
            Backtest backtest = task.backtest();
            Map<String, Object> chosen = window.params();
            if (chosen == null) {
                throw new IllegalArgumentException("window " + window.plan().number() + " has metrics but no params");
            }
            return backtest.run(task.space().read(chosen), from, to);
        }

        private void append(BacktestResult part) {
            int at = part.fromBar() - first;
            for (int i = 0; i < part.equity().length; i++) {
                equity[at + i] = part.equity()[i] * growth;
            }
            for (TradeView trade : part.trades()) {
                double notional = trade.quantity() * (trade.entryPrice() + trade.exitPrice());
                metrics.trades().add(trade.profit() * growth, trade.bars(), trade.fees() * growth, notional * growth);
                markExposed(trade, at, part.equity().length);
            }
            growth *= part.equity()[part.equity().length - 1]
                    / task.backtest().costs().initialCapital();
        }

        /** From the first bar that closes after the entry, for as many bars as the position was held. */
        private void markExposed(TradeView trade, int at, int length) {
            long entered = trade.entryTime().toEpochMilli();
            int bar = at;
            while (bar < at + length && candles.closeTime(first + bar) <= entered) {
                bar++;
            }
            Arrays.fill(exposed, bar, Math.min(at + length, bar + trade.bars()), true);
        }
    }
}
