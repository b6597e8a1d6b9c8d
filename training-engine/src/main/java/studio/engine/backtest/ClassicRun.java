package studio.engine.backtest;

import studio.engine.market.Candles;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;
import studio.model.job.CostSettings;
import studio.model.result.ExitReason;

/** A run with the three classic exits: a stop, a target that is a multiple of it, and the longest holding. */
final class ClassicRun extends BacktestRun {
    private final Signals rules;
    private final double risk;
    private double stop;
    private double target;

    ClassicRun(Candles candles, CostSettings costs, Account account, Signals rules, SignalList signals, int toBar) {
        super(candles, costs, account, signals, toBar);
        this.rules = rules;
        this.risk = costs.riskPerTrade();
    }

    @Override
    void enter(int signal) {
        int direction = signals.signal(signal);
        int bar = fillBar(signal);
        double distance = rules.stopDistance(signals.bar(signal));
        double fill = account.fill(signalPrice(bar), direction);
        double cash = account.cash();
        // The negated comparisons refuse NaN too: no entry while the stop's distance is not known yet.
        boolean stopCannotBeMet = direction > 0 && distance >= fill;
        if (!(distance > 0) || !(cash > 0) || stopCannotBeMet) {
            return;
        }
        account.enter(bar, direction, fill, Math.min(account.affordable(), cash * risk * fill / distance));
        stop = fill - direction * distance;
        target = fill + direction * distance * rules.riskReward();
    }

    @Override
    void hold() {
        int side = account.side();
        int firstWatched = firstWatched();
        int timeout = timeout(firstWatched, rules.maxHoldingBars());
        int opposite = nextOpposite();
        int turn = opposite < signals.size() ? fillBar(opposite) : NEVER;
        // A signal is filled at the open, before that bar can hit the stop; or at the close, after it.
        boolean turns = fillAtClose ? turn < timeout : turn <= timeout;
        int watched = !turns ? timeout + 1 : fillAtClose ? turn + 1 : turn;
        int hit = exits.firstHit(firstWatched, watched, side, stop, target);
        if (hit < watched) {
            boolean stopped = exits.isStop(hit, side, stop);
            leaveInside(hit, stopped ? stop : target, stopped, stopped ? ExitReason.STOP : ExitReason.TARGET);
        } else if (turns) {
            turn(opposite);
        } else {
            boolean tooLong = timeout - firstWatched + 1 >= rules.maxHoldingBars();
            leaveAtClose(timeout, tooLong ? ExitReason.MAX_HOLDING : ExitReason.END_OF_DATA);
        }
    }
}
