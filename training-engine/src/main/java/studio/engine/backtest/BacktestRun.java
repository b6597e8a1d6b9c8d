package studio.engine.backtest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.engine.metric.MetricsAccumulator;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.ExitReason;

/**
 * The state of one run through the bars; see {@link Backtest} for the rules. It goes from signal to signal while no
 * position is open, and looks at bars only while one is. Used once, by one thread.
 */
final class BacktestRun {
    private static final int NEVER = Integer.MAX_VALUE;

    private final double[] open;
    private final double[] close;
    private final ExitScan exits;
    private final Signals rules;
    private final SignalList signals;
    private final MetricsAccumulator metrics;
    private final @Nullable TradeLog log;
    private final double @Nullable [] equityByBar;
    private final double fee;
    private final double slippage;
    private final double risk;
    private final boolean fillAtClose;

    private int fromBar;
    private int lastBar;
    /** Bars before this one have their equity. */
    private int marked;
    /** The next signal that may be acted on. */
    private int next;

    private int nextLong;
    private int nextShort;

    /** Equity outside of the open position: initial capital and what closed trades made, less the open one's entry fee. */
    private double cash;

    private int side;
    private double quantity;
    private double entryPrice;
    private double entryFee;
    private int entryBar;
    private double stop;
    private double target;

    BacktestRun(
            Candles candles,
            CostSettings costs,
            Signals rules,
            SignalList signals,
            MetricsAccumulator metrics,
            @Nullable TradeLog log,
            double @Nullable [] equityByBar) {
        this.open = candles.open();
        this.close = candles.close();
        this.exits = new ExitScan(candles);
        this.rules = rules;
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
        this.fromBar = fromBar;
        lastBar = toBar - 1;
        marked = fromBar;
        while (next < signals.size() && fillBar(next) != NEVER) {
            enter(next++);
            while (side != 0) {
                hold();
            }
        }
        markFlat(toBar);
    }

    /** The bar at whose open (or close) a signal is filled; never when the run ends before. */
    private int fillBar(int signal) {
        int bar = signals.bar(signal);
        if (fillAtClose) {
            // On the last close what is open is closed; nothing is begun there.
            return bar < lastBar ? bar : NEVER;
        }
        return bar < lastBar ? bar + 1 : NEVER;
    }

    private void enter(int signal) {
        int signalBar = signals.bar(signal);
        int direction = signals.signal(signal);
        int bar = fillBar(signal);
        double distance = rules.stopDistance(signalBar);
        double fill = (fillAtClose ? close[bar] : open[bar]) * (1 + direction * slippage);
        // The negated comparisons refuse NaN too: no entry while the stop's distance is not known yet.
        boolean stopCannotBeMet = direction > 0 && distance >= fill;
        if (!(distance > 0) || !(cash > 0) || stopCannotBeMet) {
            return;
        }
        markFlat(bar);
        double affordable = cash / (1 + fee);
        double notional = Math.min(affordable, cash * risk * fill / distance);
        side = direction;
        entryPrice = fill;
        quantity = notional / fill;
        entryFee = notional * fee;
        cash -= entryFee;
        entryBar = bar;
        stop = fill - direction * distance;
        target = fill + direction * distance * rules.riskReward();
    }

    /** From the entry to the exit, and into the opposite position where the exit is an opposite signal. */
    private void hold() {
        int firstWatched = fillAtClose ? entryBar + 1 : entryBar;
        int timeout = timeout(firstWatched);
        int opposite = nextOpposite();
        int turn = opposite < signals.size() ? fillBar(opposite) : NEVER;
        // A signal is filled at the open, before that bar can hit the stop; or at the close, after it.
        boolean turns = fillAtClose ? turn < timeout : turn <= timeout;
        int watched = !turns ? timeout + 1 : fillAtClose ? turn + 1 : turn;
        int hit = exits.firstHit(firstWatched, watched, side, stop, target);
        if (hit < watched) {
            stopOrTarget(hit);
            skipSignalsBefore(hit);
        } else if (turns) {
            exit(turn, fillAtClose ? close[turn] : open[turn], fillAtClose, ExitReason.OPPOSITE_SIGNAL);
            next = opposite + 1;
            enter(opposite);
        } else {
            boolean tooLong = timeout - firstWatched + 1 >= rules.maxHoldingBars();
            exit(timeout, close[timeout], true, tooLong ? ExitReason.MAX_HOLDING : ExitReason.END_OF_DATA);
            skipSignalsBefore(timeout);
        }
    }

    /** The last bar on which the position may be open. */
    private int timeout(int firstWatched) {
        return (int) Math.min(lastBar, firstWatched + Math.max(1L, rules.maxHoldingBars()) - 1);
    }

    /** The index of the next signal against the position. Both marks only move on, so a run reads each signal twice. */
    private int nextOpposite() {
        int i = Math.max(next, side > 0 ? nextShort : nextLong);
        while (i < signals.size() && signals.signal(i) == side) {
            i++;
        }
        if (side > 0) {
            nextShort = i;
        } else {
            nextLong = i;
        }
        return i;
    }

    /** After an exit inside a bar its close may tell the next entry. */
    private void skipSignalsBefore(int bar) {
        while (next < signals.size() && signals.bar(next) < bar) {
            next++;
        }
    }

    private void stopOrTarget(int t) {
        boolean stopped = exits.isStop(t, side, stop);
        double wanted = stopped ? stop : target;
        // Beyond the price that was waited for already at the open: that open is what can be had.
        boolean lower = stopped == side > 0;
        double price = lower ? Math.min(open[t], wanted) : Math.max(open[t], wanted);
        exit(t, price, false, stopped ? ExitReason.STOP : ExitReason.TARGET);
    }

    private void exit(int bar, double price, boolean atClose, ExitReason reason) {
        markOpen(bar);
        double fill = price * (1 - side * slippage);
        double exitNotional = quantity * fill;
        double exitFee = exitNotional * fee;
        double gross = side * quantity * (fill - entryPrice);
        double profit = gross - entryFee - exitFee;
        boolean leftAtOpen = reason == ExitReason.OPPOSITE_SIGNAL && !atClose;
        int heldBars = bar - entryBar + 1 - (fillAtClose ? 1 : 0) - (leftAtOpen ? 1 : 0);
        cash += gross - exitFee;
        metrics.trades().add(profit, heldBars, entryFee + exitFee, quantity * entryPrice + exitNotional);
        metrics.exposed(heldBars);
        if (log != null) {
            log.add(
                    side,
                    fillAtClose ? log.closeTime(entryBar) : log.openTime(entryBar),
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

    private void markFlat(int toBar) {
        metrics.flat(marked, toBar, cash);
        if (equityByBar != null && marked < toBar) {
            Arrays.fill(equityByBar, marked - fromBar, toBar - fromBar, cash);
        }
        marked = Math.max(marked, toBar);
    }

    private void markOpen(int toBar) {
        metrics.open(marked, toBar, cash, side * quantity, entryPrice);
        if (equityByBar != null) {
            for (int t = marked; t < toBar; t++) {
                equityByBar[t - fromBar] = cash + side * quantity * (close[t] - entryPrice);
            }
        }
        marked = Math.max(marked, toBar);
    }
}
