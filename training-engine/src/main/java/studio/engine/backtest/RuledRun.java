package studio.engine.backtest;

import studio.engine.market.Candles;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SignalList;
import studio.model.job.CostSettings;
import studio.model.result.ExitReason;

/** A run whose exits and sizes are those of {@link PositionRules}. */
final class RuledRun extends BacktestRun {
    private final PositionRules rules;
    private final PositionSize size;
    private final WorkingStop stop;
    private final SignalList longExits;
    private final SignalList shortExits;
    /** The first exit signals that may still close a position. */
    private int nextLongExit;

    private int nextShortExit;
    /** The bar of the open position's signal. */
    private int signalBar;

    private double target;

    RuledRun(Candles candles, CostSettings costs, Account account, PositionRules rules, RunSignals signals, int toBar) {
        super(candles, costs, account, signals.entries(), toBar);
        this.rules = rules;
        this.size = new PositionSize(rules, costs.riskPerTrade());
        this.stop = new WorkingStop(candles, exits, rules);
        this.longExits = signals.longExits();
        this.shortExits = signals.shortExits();
    }

    @Override
    void enter(int signal) {
        byte side = signals.signal(signal);
        int bar = fillBar(signal);
        signalBar = signals.bar(signal);
        double fill = account.fill(signalPrice(bar), side);
        if (!(account.cash() > 0) || !stop.place(signalBar, side, fill)) {
            return;
        }
        double distance = stop.distance();
        double gain = rules.hasTarget(side)
                ? rules.targetDistance(signalBar, side, fill, distance)
                : Double.POSITIVE_INFINITY;
        double notional = size.notional(account, signalBar, side, fill, distance);
        // The negated comparisons refuse NaN too.
        if (!(gain > 0) || !(notional > 0)) {
            return;
        }
        target = fill + side * gain;
        account.enter(bar, side, fill, notional);
    }

    @Override
    void hold() {
        int firstWatched = firstWatched();
        int timeout = timeout(firstWatched, rules.maxHoldingBars());
        int opposite = nextOpposite();
        int turn = opposite < signals.size() ? fillBar(opposite) : NEVER;
        int leave = nextExit();
        int bySignal = Math.min(turn, leave);
        // A signal is filled at the open, before that bar can hit the stop; or at the close, after it.
        boolean left = fillAtClose ? bySignal < timeout : bySignal <= timeout;
        int watched = !left ? timeout + 1 : fillAtClose ? bySignal + 1 : bySignal;
        int hit = stop.firstHit(firstWatched, watched, target);
        if (hit < watched) {
            boolean stopped = stop.isHit(hit);
            leaveInside(hit, stopped ? stop.price() : target, stopped, stopped ? stop.reason() : ExitReason.TARGET);
        } else if (!left) {
            boolean tooLong = timeout - firstWatched + 1 >= rules.maxHoldingBars();
            boolean signalled = fillAtClose && leave == timeout;
            leaveAtClose(
                    timeout,
                    tooLong ? ExitReason.MAX_HOLDING : signalled ? ExitReason.EXIT_SIGNAL : ExitReason.END_OF_DATA);
        } else if (turn <= leave) {
            turn(opposite);
        } else {
            leaveBySignal(leave, ExitReason.EXIT_SIGNAL);
            // At the open a signal of that bar is still to come; at the close the exit was its signal.
            skipSignalsBefore(fillAtClose ? leave + 1 : leave);
        }
    }

    /** The bar at whose open (or close) the position's next exit signal is filled; never when the run ends before. */
    private int nextExit() {
        boolean isLong = account.side() > 0;
        SignalList list = isLong ? longExits : shortExits;
        int i = isLong ? nextLongExit : nextShortExit;
        while (i < list.size() && list.bar(i) <= signalBar) {
            i++;
        }
        if (isLong) {
            nextLongExit = i;
        } else {
            nextShortExit = i;
        }
        int bar = i < list.size() ? list.bar(i) : NEVER;
        return fillAtClose || bar == NEVER ? bar : bar < lastBar ? bar + 1 : NEVER;
    }
}
