package studio.engine.strategy;

/**
 * How a strategy protects, leaves and sizes its positions where the three classic exits of {@link Signals} are not enough.
 * Used by one thread. Values asked for at bar {@code t} use bars up to {@code t} only. When a backtest asks for what, and
 * how it fills: {@code docs/backtest.md}.
 *
 * <p>{@code side} is {@link Signals#LONG} or {@link Signals#SHORT}; a strategy may protect and size the two differently, but
 * what it says about having a stop, a target or a trail, and the size, stays the same for the whole run. Distances are in
 * quote currency and above 0.
 */
public interface PositionRules {

    /** How a trailing stop moves; it never loosens. */
    enum Trail {
        /** There is none. */
        NONE,
        /** A distance, fixed by the bar of the entry's signal, behind the best price since the entry. */
        FIXED_DISTANCE,
        /** A distance, read again at each close, behind the best price since the entry. */
        FOLLOWING_DISTANCE,
        /** A price, read again at each close. */
        PRICE
    }

    /** Whether positions of that side have an initial stop; without one, {@link #stopDistance} is not asked. */
    boolean hasStop(byte side);

    /**
     * Distance from the entry to the stop; NaN or not above 0 means no entry.
     *
     * @param signalBar the bar of the entry's signal
     * @param fill the price of the entry, slippage included
     */
    double stopDistance(int signalBar, byte side, double fill);

    /** Whether positions of that side have a target; without one, {@link #targetDistance} is not asked. */
    boolean hasTarget(byte side);

    /**
     * Distance from the entry to the target; NaN or not above 0 means no entry.
     *
     * @param stopDistance what {@link #stopDistance} said; NaN without a stop
     */
    double targetDistance(int signalBar, byte side, double fill, double stopDistance);

    /** How the trailing stop of positions of that side moves. */
    Trail trail(byte side);

    /**
     * The trailing stop's distance or price at that bar, as {@link #trail} says. NaN leaves the stop where it is, and so
     * does a distance that is not above 0. Where a distance is like that at the bar of the entry's signal, there is no entry.
     */
    double trailAt(int bar, byte side, double stopDistance);

    /** Whether the stop moves to the entry's price after a gain; without it, {@link #breakEvenDistance} is not asked. */
    boolean hasBreakEven(byte side);

    /**
     * The gain, as a distance from the entry, after which the stop moves to the entry's price; NaN or not above 0 means
     * that it does not for this position.
     */
    double breakEvenDistance(int signalBar, byte side, double fill, double stopDistance);

    /** Whether the strategy has exits by signal; without them, {@link #listExits} is not asked. */
    boolean hasExitSignals();

    /**
     * Adds the bars of the range on whose close a position of that side is to be left. They are added as signals of that
     * side.
     *
     * @param fromBar inclusive; bars before it may be read
     * @param toBar exclusive
     */
    void listExits(int fromBar, int toBar, byte side, SignalList exits);

    /** Bars after which a position is closed, at least 1; {@code Integer.MAX_VALUE} for no limit. */
    int maxHoldingBars();

    /**
     * How large positions of that side are.
     *
     * @see Sizing which sizes need a stop; a run with one that has none ends in an {@code IllegalArgumentException}
     */
    Sizing sizing(byte side);

    /**
     * Annualized volatility of the series at that bar, as a fraction, e.g. {@code IndicatorCache.annualVolatility()}; asked
     * only for {@link Sizing.TargetVolatility}. NaN or not above 0 means no entry.
     */
    double volatilityAt(int bar);
}
