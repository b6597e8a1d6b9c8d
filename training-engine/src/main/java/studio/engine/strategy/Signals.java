package studio.engine.strategy;

import org.jspecify.annotations.Nullable;

/**
 * The signals of one run and the exits that go with them. Used by one thread. Nothing here may look beyond the bar that
 * it is asked about: the value at bar {@code t} must stay the same when later bars are removed.
 */
public interface Signals {
    byte NONE = 0;
    byte LONG = 1;
    byte SHORT = -1;

    /**
     * Writes the signal on each bar's close into {@code signals[fromBar..toBar)}; allocates nothing per bar.
     *
     * @param fromBar inclusive; bars before it may be read
     * @param toBar exclusive
     * @param signals at least {@code toBar} long; every entry of the range is written
     */
    void write(int fromBar, int toBar, byte[] signals);

    /**
     * Adds the bars of the range that have a signal to the list: the same ones that {@link #write} writes, which is what
     * this does unless overridden. A strategy that knows where its rare signals can be overrides it: quiet bars cost
     * nothing then.
     *
     * @param fromBar inclusive; bars before it may be read
     * @param toBar exclusive
     */
    default void list(int fromBar, int toBar, SignalList signals) {
        signals.addWritten(this, fromBar, toBar);
    }

    /** Distance from entry to stop in quote currency for a signal on that bar; NaN or not above 0 means no entry. */
    double stopDistance(int bar);

    /** Distance to the target divided by the distance to the stop, above 0. */
    double riskReward();

    /** Bars after which a position is closed, at least 1. */
    int maxHoldingBars();

    /**
     * Rules that take the place of {@link #stopDistance}, {@link #riskReward} and {@link #maxHoldingBars}; null where those
     * three are all, as in the built-in strategies.
     */
    default @Nullable PositionRules positionRules() {
        return null;
    }
}
