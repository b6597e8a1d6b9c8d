package studio.engine.backtest;

import studio.engine.backtest.Account.Moment;
import studio.engine.market.Candles;
import studio.engine.strategy.SignalList;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.ExitReason;

/**
 * One run through the bars; see {@link Backtest} for the rules. It goes from signal to signal while no position is open,
 * and looks at bars only while one is. Used once, by one thread.
 */
abstract class BacktestRun {
    static final int NEVER = Integer.MAX_VALUE;

    final Account account;
    final ExitScan exits;
    final SignalList signals;
    final boolean fillAtClose;
    final int lastBar;

    private final double[] open;
    private final double[] close;
    /** The next signal that may be acted on. */
    private int next;

    private int nextLong;
    private int nextShort;

    /**
     * @param signals entries; where one is the opposite of an open position it closes that one first
     * @param toBar exclusive
     */
    BacktestRun(Candles candles, CostSettings costs, Account account, SignalList signals, int toBar) {
        this.open = candles.open();
        this.close = candles.close();
        this.account = account;
        this.exits = new ExitScan(candles);
        this.signals = signals;
        this.fillAtClose = costs.fill() == FillRule.CLOSE;
        this.lastBar = toBar - 1;
    }

    /** To the end, with everything closed. */
    final void run() {
        while (next < signals.size() && fillBar(next) != NEVER) {
            enter(next++);
            while (account.side() != 0) {
                hold();
            }
        }
        account.markFlat(lastBar + 1);
    }

    /** Opens the position that a signal wants, unless something speaks against it. */
    abstract void enter(int signal);

    /** From the entry to the exit, and into the opposite position where the exit is an opposite signal. */
    abstract void hold();

    /** The bar at whose open (or close) a signal is filled; never when the run ends before. */
    final int fillBar(int signal) {
        int bar = signals.bar(signal);
        if (fillAtClose) {
            // On the last close what is open is closed; nothing is begun there.
            return bar < lastBar ? bar : NEVER;
        }
        return bar < lastBar ? bar + 1 : NEVER;
    }

    /** The price of that bar at which signals are filled, without slippage. */
    final double signalPrice(int bar) {
        return fillAtClose ? close[bar] : open[bar];
    }

    /** The first bar in which the position may meet its stop. */
    final int firstWatched() {
        return fillAtClose ? account.entryBar() + 1 : account.entryBar();
    }

    /** The last bar on which the position may be open. */
    final int timeout(int firstWatched, int maxHoldingBars) {
        return (int) Math.min(lastBar, firstWatched + Math.max(1L, maxHoldingBars) - 1);
    }

    /** The index of the next signal against the position. Both marks only move on, so a run reads each signal twice. */
    final int nextOpposite() {
        int side = account.side();
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

    /** Closes the position by an opposite signal and opens that one. */
    final void turn(int opposite) {
        leaveBySignal(fillBar(opposite), ExitReason.OPPOSITE_SIGNAL);
        next = opposite + 1;
        enter(opposite);
    }

    final void leaveBySignal(int bar, ExitReason reason) {
        account.exit(bar, signalPrice(bar), fillAtClose ? Moment.CLOSE : Moment.OPEN, reason);
    }

    final void leaveAtClose(int bar, ExitReason reason) {
        account.exit(bar, close[bar], Moment.CLOSE, reason);
        skipSignalsBefore(bar);
    }

    /** At the price that was waited for; beyond it already at the open, that open is what can be had. */
    final void leaveInside(int bar, double wanted, boolean stopped, ExitReason reason) {
        boolean lower = stopped == account.side() > 0;
        double price = lower ? Math.min(open[bar], wanted) : Math.max(open[bar], wanted);
        account.exit(bar, price, Moment.INSIDE, reason);
        skipSignalsBefore(bar);
    }

    /** After an exit inside a bar the signal of its close may be the next entry. */
    final void skipSignalsBefore(int bar) {
        while (next < signals.size() && signals.bar(next) < bar) {
            next++;
        }
    }
}
