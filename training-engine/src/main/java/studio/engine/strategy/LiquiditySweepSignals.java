package studio.engine.strategy;

import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;

/**
 * One run of {@link LiquiditySweep}. Only the bars after a volume spike are looked at, and levels are built only where
 * everything else already speaks for a signal.
 */
final class LiquiditySweepSignals extends SparseSignals {
    private final Candles candles;
    private final VolumeSpikes spikes;
    private final CandleCounts counts;
    private final KeyLevels supports;
    private final KeyLevels resistances;
    private final int firstBar;
    private final double pierceDepth;
    private final int reversal;

    LiquiditySweepSignals(IndicatorCache data, ParameterSet p, int warmUp) {
        super(data, p);
        this.candles = data.candles();
        this.spikes = new VolumeSpikes(data, LiquiditySweep.VOLUME_PERIOD, p.real(LiquiditySweep.VOLUME_SPIKE.name()));
        this.counts = CandleCounts.shared(data);
        this.pierceDepth = p.real(LiquiditySweep.PIERCE_DEPTH.name());
        this.reversal = p.integer(LiquiditySweep.REVERSAL_CANDLES.name());
        this.firstBar = Math.max(warmUp, reversal);
        double distance = p.real(LiquiditySweep.LEVEL_DISTANCE.name());
        int lookback = p.integer(LiquiditySweep.LOOKBACK.name());
        int touches = p.integer(LiquiditySweep.TOUCHES.name());
        this.supports = new KeyLevels(SwingPoints.lows(data), lookback, distance, touches);
        this.resistances = new KeyLevels(SwingPoints.highs(data), lookback, distance, touches);
    }

    @Override
    public void list(int fromBar, int toBar, SignalList signals) {
        int next = Math.max(fromBar, firstBar);
        // A spike is seen for as many bars as must turn after it; one just before the stretch counts in it.
        for (int i = spikes.firstFrom(next - reversal); i < spikes.candidates(); i++) {
            int spike = spikes.candidate(i);
            if (spike >= toBar) {
                break;
            }
            if (spikes.at(spike)) {
                int end = Math.min(toBar, spike + reversal + 1);
                for (next = Math.max(next, spike); next < end; next++) {
                    judge(next, signals);
                }
            }
        }
    }

    private void judge(int t, SignalList signals) {
        int first = t - reversal;
        double close = candles.close()[t];
        if (counts.rising(first, t) >= reversal
                && supports.hasOneBetween(t, lowestSpike(first, t) / (1 - pierceDepth), true, close, false)) {
            signals.add(t, LONG);
        } else if (counts.falling(first, t) >= reversal
                && resistances.hasOneBetween(t, close, false, highestSpike(first, t) / (1 + pierceDepth), true)) {
            signals.add(t, SHORT);
        }
    }

    private double lowestSpike(int first, int last) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = first; i <= last; i++) {
            if (spikes.at(i)) {
                lowest = Math.min(lowest, candles.low()[i]);
            }
        }
        return lowest;
    }

    private double highestSpike(int first, int last) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = first; i <= last; i++) {
            if (spikes.at(i)) {
                highest = Math.max(highest, candles.high()[i]);
            }
        }
        return highest;
    }
}
