package studio.engine.backtest;

import studio.engine.market.Candles;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.PositionRules.Trail;
import studio.model.result.ExitReason;

/**
 * The stop that works for one position: the tightest of the initial one, the trailing one and the entry's price after a
 * gain. What a bar moves counts from the next bar on. Used for one position after the other.
 *
 * <p>Levels are prices times the side, so that a higher one is tighter for both sides; minus infinity is none.
 */
final class WorkingStop {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final double[] high;
    private final double[] low;
    private final ExitScan exits;
    private final PositionRules rules;

    private byte side;
    private Trail trail = Trail.NONE;
    private double distance;
    private double fixedTrail;
    private double initial;
    private double trailed;
    private double evened;
    /** The best price since the entry, times the side. */
    private double best;

    private double entry;
    /** The level that moves the stop to the entry; plus infinity where none does, or no longer. */
    private double evenAt;

    WorkingStop(Candles candles, ExitScan exits, PositionRules rules) {
        this.high = candles.high();
        this.low = candles.low();
        this.exits = exits;
        this.rules = rules;
    }

    /** For a position that would be filled at that price; false when it must not be entered. */
    boolean place(int signalBar, byte wantedSide, double fill) {
        side = wantedSide;
        trail = rules.trail(side);
        entry = side * fill;
        best = entry;
        evened = NONE;
        trailed = NONE;
        distance = rules.hasStop(side) ? rules.stopDistance(signalBar, side, fill) : Double.NaN;
        initial = rules.hasStop(side) ? side * (fill - side * distance) : NONE;
        boolean stopCannotBeMet = side > 0 && distance >= fill;
        if (rules.hasStop(side) && !(distance > 0) || stopCannotBeMet || !placeTrail(signalBar)) {
            return false;
        }
        double gain = rules.hasBreakEven(side) ? rules.breakEvenDistance(signalBar, side, fill, distance) : Double.NaN;
        evenAt = gain > 0 ? side * (fill + side * gain) : Double.POSITIVE_INFINITY;
        return true;
    }

    /** False where its distance is not known: a position would go without the stop that it should have. */
    private boolean placeTrail(int signalBar) {
        if (trail == Trail.NONE) {
            return true;
        }
        double value = rules.trailAt(signalBar, side, distance);
        if (trail == Trail.PRICE) {
            // On the other side of the fill it would close what it should protect; the next close says more.
            trailed = side * value < entry ? side * value : NONE;
            return true;
        }
        fixedTrail = value;
        trailed = entry - value;
        return value > 0;
    }

    /** The distance of the initial stop; NaN when there is none. */
    double distance() {
        return distance;
    }

    double price() {
        return side * level();
    }

    /** What set the level; where two say the same, the one that was there first. */
    ExitReason reason() {
        double level = level();
        return level == initial ? ExitReason.STOP : level == evened ? ExitReason.BREAK_EVEN : ExitReason.TRAILING_STOP;
    }

    boolean isHit(int bar) {
        return exits.isStop(bar, side, price());
    }

    /**
     * The first bar of {@code fromBar..toBar} (exclusive) that touches the stop as it then stands, or the target; {@code
     * toBar} when none does. The stop moves with the bars before it.
     */
    int firstHit(int fromBar, int toBar, double target) {
        if (trail != Trail.NONE) {
            return firstHitWhileTrailing(fromBar, toBar, target);
        }
        if (evenAt == Double.POSITIVE_INFINITY) {
            return exits.firstHit(fromBar, toBar, side, price(), target);
        }
        double nearer = side * Math.min(evenAt, side * target);
        int touched = exits.firstHit(fromBar, toBar, side, price(), nearer);
        if (touched == toBar || exits.firstHit(touched, touched + 1, side, price(), target) == touched) {
            return touched;
        }
        breakEven();
        return exits.firstHit(touched + 1, toBar, side, price(), target);
    }

    private int firstHitWhileTrailing(int fromBar, int toBar, double target) {
        double[] against = side > 0 ? low : high;
        double[] with = side > 0 ? high : low;
        double wanted = side * target;
        int t = fromBar;
        while (t < toBar && !(side * against[t] <= level() || side * with[t] >= wanted)) {
            double reached = side * with[t];
            best = Math.max(best, reached);
            if (reached >= evenAt) {
                breakEven();
            }
            follow(t);
            t++;
        }
        return t;
    }

    private void follow(int bar) {
        double value = trail == Trail.FIXED_DISTANCE ? fixedTrail : rules.trailAt(bar, side, distance);
        double wanted = trail == Trail.PRICE ? side * value : value > 0 ? best - value : Double.NaN;
        if (wanted > trailed) {
            trailed = wanted;
        }
    }

    private void breakEven() {
        evened = entry;
        evenAt = Double.POSITIVE_INFINITY;
    }

    private double level() {
        return Math.max(initial, Math.max(evened, trailed));
    }
}
