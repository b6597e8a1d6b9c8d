package studio.engine.backtest;

import org.jspecify.annotations.Nullable;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;

/** The signals of one run. A thread keeps one for all of its runs, so that a run allocates nothing for them. */
record RunSignals(SignalList entries, SignalList longExits, SignalList shortExits) {
    RunSignals() {
        this(new SignalList(), new SignalList(), new SignalList());
    }

    /**
     * Takes over what the strategy says about a stretch. An entry on a bar with an exit of the same side is none.
     *
     * @param toBar exclusive
     */
    void read(Signals signals, @Nullable PositionRules rules, int fromBar, int toBar) {
        entries.clear();
        signals.list(fromBar, toBar, entries);
        if (rules == null) {
            return;
        }
        longExits.clear();
        shortExits.clear();
        if (rules.hasExitSignals()) {
            rules.listExits(fromBar, toBar, Signals.LONG, longExits);
            rules.listExits(fromBar, toBar, Signals.SHORT, shortExits);
            entries.removeOnBarsOf(longExits, Signals.LONG);
            entries.removeOnBarsOf(shortExits, Signals.SHORT);
        }
    }
}
