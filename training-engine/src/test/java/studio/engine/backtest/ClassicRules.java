package studio.engine.backtest;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Sizing;
import studio.engine.strategy.Strategy;
import studio.model.strategy.ParameterInfo;

/** A strategy with its three classic exits said as position rules, and with a trail where a test wants one. */
record ClassicRules(Strategy strategy, PositionRules.Trail kind) implements Strategy {

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return new Ruled(strategy.prepare(data, parameters), kind);
    }

    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public String title() {
        return strategy.title();
    }

    @Override
    public String description() {
        return strategy.description();
    }

    @Override
    public List<ParameterInfo> parameters() {
        return strategy.parameters();
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return strategy.warmUp(parameters);
    }

    @Override
    public int minCandles() {
        return strategy.minCandles();
    }

    private record Ruled(Signals signals, Trail kind) implements Signals, PositionRules {

        @Override
        public void write(int fromBar, int toBar, byte[] out) {
            signals.write(fromBar, toBar, out);
        }

        @Override
        public void list(int fromBar, int toBar, SignalList out) {
            signals.list(fromBar, toBar, out);
        }

        @Override
        public PositionRules positionRules() {
            return this;
        }

        @Override
        public double stopDistance(int bar) {
            return signals.stopDistance(bar);
        }

        @Override
        public double riskReward() {
            return signals.riskReward();
        }

        @Override
        public boolean hasStop(byte side) {
            return true;
        }

        @Override
        public double stopDistance(int signalBar, byte side, double fill) {
            return signals.stopDistance(signalBar);
        }

        @Override
        public boolean hasTarget(byte side) {
            return true;
        }

        @Override
        public double targetDistance(int signalBar, byte side, double fill, double stopDistance) {
            return stopDistance * signals.riskReward();
        }

        @Override
        public Trail trail(byte side) {
            return kind;
        }

        @Override
        public double trailAt(int bar, byte side, double stopDistance) {
            return signals.stopDistance(bar);
        }

        @Override
        public boolean hasBreakEven(byte side) {
            return kind != Trail.NONE;
        }

        @Override
        public double breakEvenDistance(int signalBar, byte side, double fill, double stopDistance) {
            return stopDistance / 2;
        }

        @Override
        public boolean hasExitSignals() {
            return kind != Trail.NONE;
        }

        /** Every seventh bar, so that there are many. */
        @Override
        public void listExits(int fromBar, int toBar, byte side, SignalList exits) {
            for (int t = fromBar; t < toBar; t++) {
                if (t % 7 == 0) {
                    exits.add(t, side);
                }
            }
        }

        @Override
        public int maxHoldingBars() {
            return signals.maxHoldingBars();
        }

        @Override
        public Sizing sizing(byte side) {
            return new Sizing.CostsRisk();
        }

        @Override
        public double volatilityAt(int bar) {
            return Double.NaN;
        }
    }
}
