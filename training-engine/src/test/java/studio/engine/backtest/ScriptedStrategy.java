package studio.engine.backtest;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.model.strategy.ParameterInfo;

/** Signals and stops written down beforehand. */
final class ScriptedStrategy implements Strategy, Signals {
    final byte[] signals;
    final double[] stops;
    final double riskReward;
    final int maxHolding;
    private @Nullable PositionRules rules;

    ScriptedStrategy(byte[] signals, double[] stops, double riskReward, int maxHolding) {
        this.signals = signals;
        this.stops = stops;
        this.riskReward = riskReward;
        this.maxHolding = maxHolding;
    }

    static ScriptedStrategy random(int n, SplittableRandom random) {
        byte[] signals = new byte[n];
        double[] stops = new double[n];
        int every = 2 + random.nextInt(12);
        double width = random.nextInt(3) == 0 ? 0.5 : 3;
        for (int i = 0; i < n; i++) {
            signals[i] = (byte) (random.nextInt(every) == 0 ? (random.nextBoolean() ? 1 : -1) : 0);
            stops[i] = random.nextInt(15) == 0 ? Double.NaN : width * random.nextDouble();
        }
        return new ScriptedStrategy(signals, stops, 0.5 + 2 * random.nextDouble(), 1 + random.nextInt(20));
    }

    @Override
    public void write(int fromBar, int toBar, byte[] out) {
        System.arraycopy(signals, fromBar, out, fromBar, toBar - fromBar);
    }

    @Override
    public double stopDistance(int bar) {
        return stops[bar];
    }

    @Override
    public double riskReward() {
        return riskReward;
    }

    @Override
    public int maxHoldingBars() {
        return maxHolding;
    }

    /** The same entries, with rules in place of stop, reward and longest holding. */
    ScriptedStrategy with(PositionRules positionRules) {
        ScriptedStrategy ruled = new ScriptedStrategy(signals, stops, riskReward, maxHolding);
        ruled.rules = positionRules;
        return ruled;
    }

    @Override
    public @Nullable PositionRules positionRules() {
        return rules;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return this;
    }

    @Override
    public String name() {
        return "SCRIPTED";
    }

    @Override
    public String title() {
        return name();
    }

    @Override
    public String description() {
        return name();
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of();
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return 0;
    }

    @Override
    public int minCandles() {
        return 1;
    }
}
