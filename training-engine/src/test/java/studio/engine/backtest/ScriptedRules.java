package studio.engine.backtest;

import java.util.SplittableRandom;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Sizing;

/** Position rules that are written down beforehand, one value a bar; a long and a short position may have other rules. */
final class ScriptedRules implements PositionRules {

    /** The rules of one side; what is null is not there. */
    static final class OfSide {
        double[] stops;
        double[] targets;
        Trail trail = Trail.NONE;
        double[] trails;
        double[] breakEvens;
        boolean[] exits;
        Sizing sizing = new Sizing.EquityShare(1);
    }

    final OfSide ofLong = new OfSide();
    final OfSide ofShort = new OfSide();
    double[] volatility;
    int maxHolding = Integer.MAX_VALUE;

    /** Every combination of rules for {@code n} bars of prices around 100. */
    static ScriptedRules random(int n, SplittableRandom random) {
        ScriptedRules rules = new ScriptedRules();
        rules.maxHolding = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : Integer.MAX_VALUE;
        rules.volatility = numbers(n, random, 0.05, 1.5);
        boolean[] exits = random.nextInt(3) == 0 ? null : flags(n, random);
        for (OfSide side : new OfSide[] {rules.ofLong, rules.ofShort}) {
            double width = random.nextInt(3) == 0 ? 0.4 : 2.5;
            side.stops = random.nextInt(3) == 0 ? null : numbers(n, random, 0, width);
            side.targets = random.nextBoolean() ? null : numbers(n, random, 0, 1.5 * width);
            side.breakEvens = random.nextBoolean() ? null : numbers(n, random, 0, width);
            side.trail = Trail.values()[random.nextInt(4)];
            // Prices on both sides of the market: a trail may jump over it.
            side.trails = side.trail == Trail.PRICE
                    ? numbers(n, random, 100 - 3 * width, 100 + 3 * width)
                    : numbers(n, random, 0, width);
            side.exits = exits == null ? null : random.nextBoolean() ? exits : flags(n, random);
            side.sizing = sizing(side.stops != null, random);
        }
        return rules;
    }

    private static Sizing sizing(boolean hasStop, SplittableRandom random) {
        return switch (random.nextInt(hasStop ? 4 : 2)) {
            case 0 -> new Sizing.EquityShare(random.nextInt(4) == 0 ? 1 : 1 - random.nextDouble());
            case 1 -> new Sizing.TargetVolatility(0.01 + 0.5 * random.nextDouble());
            case 2 -> new Sizing.CostsRisk();
            default -> new Sizing.RiskPerTrade(random.nextInt(4) == 0 ? 1 : 0.001 + 0.02 * random.nextDouble());
        };
    }

    /** Now and then a value that is missing, 0 or below. */
    private static double[] numbers(int n, SplittableRandom random, double low, double high) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = switch (random.nextInt(40)) {
                case 0 -> Double.NaN;
                case 1 -> 0;
                case 2 -> -1;
                default -> low + (high - low) * random.nextDouble();
            };
        }
        return values;
    }

    private static boolean[] flags(int n, SplittableRandom random) {
        boolean[] flags = new boolean[n];
        int every = 1 + random.nextInt(20);
        for (int i = 0; i < n; i++) {
            flags[i] = random.nextInt(every + 1) == 0;
        }
        return flags;
    }

    OfSide of(int side) {
        return side > 0 ? ofLong : ofShort;
    }

    @Override
    public boolean hasStop(byte side) {
        return of(side).stops != null;
    }

    @Override
    public double stopDistance(int signalBar, byte side, double fill) {
        return of(side).stops[signalBar];
    }

    @Override
    public boolean hasTarget(byte side) {
        return of(side).targets != null;
    }

    @Override
    public double targetDistance(int signalBar, byte side, double fill, double stopDistance) {
        return of(side).targets[signalBar];
    }

    @Override
    public Trail trail(byte side) {
        return of(side).trail;
    }

    @Override
    public double trailAt(int bar, byte side, double stopDistance) {
        return of(side).trails[bar];
    }

    @Override
    public boolean hasBreakEven(byte side) {
        return of(side).breakEvens != null;
    }

    @Override
    public double breakEvenDistance(int signalBar, byte side, double fill, double stopDistance) {
        return of(side).breakEvens[signalBar];
    }

    @Override
    public boolean hasExitSignals() {
        return ofLong.exits != null || ofShort.exits != null;
    }

    @Override
    public void listExits(int fromBar, int toBar, byte side, SignalList exits) {
        for (int t = fromBar; t < toBar; t++) {
            if (exits(side, t)) {
                exits.add(t, side);
            }
        }
    }

    boolean exits(int side, int bar) {
        boolean[] flags = of(side).exits;
        return flags != null && flags[bar];
    }

    @Override
    public int maxHoldingBars() {
        return maxHolding;
    }

    @Override
    public Sizing sizing(byte side) {
        return of(side).sizing;
    }

    @Override
    public double volatilityAt(int bar) {
        return volatility[bar];
    }
}
