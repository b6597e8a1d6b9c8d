package studio.engine.language.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.language.tree.StrategyProgram.PriceRule;
import studio.engine.language.tree.StrategyProgram.TrailRule;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Sizing;

/** How one trial of a written strategy protects, leaves and sizes its positions. Used by one thread. */
final class WrittenRules implements PositionRules {
    private final StrategyProgram program;
    private final Plan plan;
    private final Fused fused;
    private final Frame frame;
    private final int warmUp;
    private final int maxHoldingBars;
    private final Sizing sizingLong;
    private final Sizing sizingShort;
    private final double @Nullable [] volatility;

    WrittenRules(
            StrategyProgram program,
            Plan plan,
            Fused fused,
            Frame frame,
            Values values,
            IndicatorCache data,
            int warmUp,
            int maxHoldingBars) {
        this.program = program;
        this.plan = plan;
        this.fused = fused;
        this.frame = frame;
        this.warmUp = warmUp;
        this.maxHoldingBars = maxHoldingBars;
        this.sizingLong = sizing(values, program.stopLong());
        this.sizingShort = sizing(values, program.stopShort());
        this.volatility = sizingLong instanceof Sizing.TargetVolatility ? data.annualVolatility() : null;
    }

    private Sizing sizing(Values values, @Nullable PriceRule stop) {
        double value = plan.size == null ? Double.NaN : values.number(plan.size);
        return switch (program.size().kind()) {
            case STANDARD -> stop == null ? new Sizing.EquityShare(1) : new Sizing.CostsRisk();
            case RISK -> new Sizing.RiskPerTrade(value);
            case EQUITY -> new Sizing.EquityShare(value);
            case VOLATILITY -> new Sizing.TargetVolatility(value);
        };
    }

    private static boolean isLong(byte side) {
        return side == Signals.LONG;
    }

    private @Nullable PriceRule stop(byte side) {
        return isLong(side) ? program.stopLong() : program.stopShort();
    }

    private @Nullable PriceRule target(byte side) {
        return isLong(side) ? program.targetLong() : program.targetShort();
    }

    private @Nullable TrailRule trailRule(byte side) {
        return isLong(side) ? program.trailLong() : program.trailShort();
    }

    @Override
    public boolean hasStop(byte side) {
        return stop(side) != null;
    }

    @Override
    public double stopDistance(int signalBar, byte side, double fill) {
        double value = value(isLong(side) ? plan.stopLong : plan.stopShort, signalBar, Double.NaN);
        return Objects.requireNonNull(stop(side)).atPrice() ? side * (fill - value) : value;
    }

    @Override
    public boolean hasTarget(byte side) {
        return target(side) != null;
    }

    @Override
    public double targetDistance(int signalBar, byte side, double fill, double stopDistance) {
        double value = value(isLong(side) ? plan.targetLong : plan.targetShort, signalBar, stopDistance);
        return Objects.requireNonNull(target(side)).atPrice() ? side * (value - fill) : value;
    }

    @Override
    public Trail trail(byte side) {
        TrailRule rule = trailRule(side);
        return rule == null
                ? Trail.NONE
                : switch (rule.kind()) {
                    case FIXED_DISTANCE -> Trail.FIXED_DISTANCE;
                    case FOLLOWING_DISTANCE -> Trail.FOLLOWING_DISTANCE;
                    case PRICE -> Trail.PRICE;
                };
    }

    @Override
    public double trailAt(int bar, byte side, double stopDistance) {
        return value(isLong(side) ? plan.trailLong : plan.trailShort, bar, stopDistance);
    }

    @Override
    public boolean hasBreakEven(byte side) {
        return plan.breakEven != Plan.NONE;
    }

    @Override
    public double breakEvenDistance(int signalBar, byte side, double fill, double stopDistance) {
        return value(plan.breakEven, signalBar, stopDistance);
    }

    /** Nothing is known before the warm-up, and its reads would go before the series' start. */
    private double value(int rule, int bar, double stop) {
        return bar < warmUp ? Double.NaN : fused.rule(rule, frame, bar, stop);
    }

    @Override
    public boolean hasExitSignals() {
        return !program.exitLong().isEmpty() || !program.exitShort().isEmpty();
    }

    @Override
    public void listExits(int fromBar, int toBar, byte side, SignalList exits) {
        BarListing.exits(fused, frame, Math.max(fromBar, warmUp), toBar, side, exits);
    }

    @Override
    public int maxHoldingBars() {
        return maxHoldingBars;
    }

    @Override
    public Sizing sizing(byte side) {
        return isLong(side) ? sizingLong : sizingShort;
    }

    @Override
    public double volatilityAt(int bar) {
        return Objects.requireNonNull(volatility)[bar];
    }
}
