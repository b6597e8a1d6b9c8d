package studio.engine.language.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;

/** Signals of one trial of a written strategy. Used by one thread. */
final class WrittenSignals implements Signals {
    private final Fused fused;
    private final Frame frame;
    private final int warmUp;
    private final int stop;
    private final double riskReward;
    private final int maxHoldingBars;
    private final @Nullable WrittenRules rules;

    WrittenSignals(
            Fused fused,
            Frame frame,
            int warmUp,
            int stop,
            double riskReward,
            int maxHoldingBars,
            @Nullable WrittenRules rules) {
        this.fused = fused;
        this.frame = frame;
        this.warmUp = warmUp;
        this.stop = stop;
        this.riskReward = riskReward;
        this.maxHoldingBars = maxHoldingBars;
        this.rules = rules;
    }

    @Override
    public void list(int fromBar, int toBar, SignalList signals) {
        BarListing.entries(fused, frame, Math.max(fromBar, warmUp), toBar, signals);
    }

    @Override
    public void write(int fromBar, int toBar, byte[] signals) {
        SignalList listed = new SignalList();
        list(fromBar, toBar, listed);
        Arrays.fill(signals, fromBar, toBar, NONE);
        for (int i = 0; i < listed.size(); i++) {
            signals[listed.bar(i)] = listed.signal(i);
        }
    }

    @Override
    public double stopDistance(int bar) {
        return stop == Plan.NONE || bar < warmUp ? Double.NaN : fused.rule(stop, frame, bar, Double.NaN);
    }

    @Override
    public double riskReward() {
        return riskReward;
    }

    @Override
    public int maxHoldingBars() {
        return maxHoldingBars;
    }

    @Override
    public @Nullable PositionRules positionRules() {
        return rules;
    }
}
