package studio.engine.backtest;

import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.engine.metric.MetricsAccumulator;
import studio.engine.strategy.Signals;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.ExitReason;

/** The state of one run through the bars; see {@link Backtest} for the rules. Used once, by one thread. */
final class BacktestRun {
    private final Candles candles;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final Signals exits;
    private final byte[] signals;
    private final MetricsAccumulator metrics;
    private final @Nullable TradeLog log;
    private final double @Nullable [] equityByBar;
    private final double fee;
    private final double slippage;
    private final double risk;
    private final boolean fillAtClose;

    /** Equity outside of the open position: initial capital and what closed trades made, less the open one's entry fee. */
    private double cash;

    private int side;
    private double quantity;
    private double entryPrice;
    private double entryFee;
    private int entryBar;
    private boolean enteredAtClose;
    private double stop;
    private double target;

    BacktestRun(
            Candles candles,
            CostSettings costs,
            Signals exits,
            byte[] signals,
            MetricsAccumulator metrics,
            @Nullable TradeLog log,
            double @Nullable [] equityByBar) {
        this.candles = candles;
        this.open = candles.open();
        this.high = candles.high();
        this.low = candles.low();
        this.close = candles.close();
        this.exits = exits;
        this.signals = signals;
        this.metrics = metrics;
        this.log = log;
        this.equityByBar = equityByBar;
        this.fee = costs.feeRate();
        this.slippage = costs.slippageRate();
        this.risk = costs.riskPerTrade();
        this.fillAtClose = costs.fill() == FillRule.CLOSE;
        this.cash = costs.initialCapital();
    }

    void run(int fromBar, int toBar) {
        int last = toBar - 1;
        int maxHolding = exits.maxHoldingBars();
        for (int t = fromBar; t < toBar; t++) {
            if (!fillAtClose && t > fromBar && signals[t - 1] != Signals.NONE) {
                act(signals[t - 1], t - 1, t, open[t], false);
            }
            boolean exposed = side != 0;
            if (exposed) {
                stopOrTarget(t);
                if (side != 0 && t - entryBar + (enteredAtClose ? 0 : 1) >= maxHolding) {
                    exit(t, close[t], true, ExitReason.MAX_HOLDING);
                }
            }
            if (fillAtClose && t < last && signals[t] != Signals.NONE) {
                act(signals[t], t, t, close[t], true);
            }
            if (t == last && side != 0) {
                exit(t, close[t], true, ExitReason.END_OF_DATA);
            }
            double equity = side == 0 ? cash : cash + side * quantity * (close[t] - entryPrice);
            metrics.bar(t, equity, exposed);
            if (equityByBar != null) {
                equityByBar[t - fromBar] = equity;
            }
        }
    }

    /** A signal meets its fill: turn an opposite position, enter when flat, else let the position be. */
    private void act(byte signal, int signalBar, int bar, double price, boolean atClose) {
        if (side == signal) {
            return;
        }
        if (side != 0) {
            exit(bar, price, atClose, ExitReason.OPPOSITE_SIGNAL);
        }
        enter(signal, signalBar, bar, price, atClose);
    }

    private void enter(byte signal, int signalBar, int bar, double price, boolean atClose) {
        double distance = exits.stopDistance(signalBar);
        double fill = price * (1 + signal * slippage);
        // The negated comparisons refuse NaN too: no entry while the stop's distance is not known yet.
        boolean stopCannotBeMet = signal > 0 && distance >= fill;
        if (!(distance > 0) || !(cash > 0) || stopCannotBeMet) {
            return;
        }
        double affordable = cash / (1 + fee);
        double notional = Math.min(affordable, cash * risk * fill / distance);
        side = signal;
        entryPrice = fill;
        quantity = notional / fill;
        entryFee = notional * fee;
        cash -= entryFee;
        entryBar = bar;
        enteredAtClose = atClose;
        stop = fill - signal * distance;
        target = fill + signal * distance * exits.riskReward();
    }

    private void stopOrTarget(int t) {
        if (side > 0) {
            if (low[t] <= stop) {
                exit(t, Math.min(open[t], stop), false, ExitReason.STOP);
            } else if (high[t] >= target) {
                exit(t, Math.max(open[t], target), false, ExitReason.TARGET);
            }
        } else if (high[t] >= stop) {
            exit(t, Math.max(open[t], stop), false, ExitReason.STOP);
        } else if (low[t] <= target) {
            exit(t, Math.min(open[t], target), false, ExitReason.TARGET);
        }
    }

    private void exit(int bar, double price, boolean atClose, ExitReason reason) {
        double fill = price * (1 - side * slippage);
        double exitNotional = quantity * fill;
        double exitFee = exitNotional * fee;
        double gross = side * quantity * (fill - entryPrice);
        double profit = gross - entryFee - exitFee;
        boolean leftAtOpen = reason == ExitReason.OPPOSITE_SIGNAL && !atClose;
        int heldBars = bar - entryBar + 1 - (enteredAtClose ? 1 : 0) - (leftAtOpen ? 1 : 0);
        cash += gross - exitFee;
        metrics.trades().add(profit, heldBars, entryFee + exitFee, quantity * entryPrice + exitNotional);
        if (log != null) {
            log.add(
                    side,
                    enteredAtClose ? log.closeTime(entryBar) : log.openTime(entryBar),
                    entryPrice,
                    atClose ? log.closeTime(bar) : log.openTime(bar),
                    fill,
                    quantity,
                    profit,
                    entryFee + exitFee,
                    heldBars,
                    reason);
        }
        side = 0;
        quantity = 0;
    }
}
