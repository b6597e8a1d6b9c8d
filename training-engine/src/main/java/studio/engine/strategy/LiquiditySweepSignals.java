package studio.engine.strategy;

import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;

/**
 * One run of {@link LiquiditySweep}. Only the bars after a volume spike are looked at, and levels are built only where
 * everything else already speaks for a signal.
 */
final class LiquiditySweepSignals extends SparseSignals {
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final VolumeSpikes spikes;
    private final CandleCounts counts;
    private final KeyLevels supports;
    private final KeyLevels resistances;
    private final int firstBar;
    private final double pierceDepth;
    private final int reversal;

    LiquiditySweepSignals(IndicatorCache data, ParameterSet p, int warmUp) {
        super(data, p);
        this.highs = data.candles().high();
        this.lows = data.candles().low();
        this.closes = data.candles().close();
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
        int i = spikes.firstFrom(next - reversal);
        int seen = i;
        for (; i < spikes.candidates(); i++) {
            int spike = spikes.candidate(i);
            if (spike >= toBar) {
                break;
            }
            if (spikes.at(spike)) {
                int end = Math.min(toBar, spike + reversal + 1);
                for (next = Math.max(next, spike); next < end; next++) {
                    while (seen < spikes.candidates() && spikes.candidate(seen) <= next) {
                        seen++;
                    }
                    judge(next, seen, signals);
                }
            }
        }
    }

    /**
     * @param seen candidates for a spike up to that bar
     */
    private void judge(int t, int seen, SignalList signals) {
        int first = t - reversal;
        double close = closes[t];
        if (counts.rising(first, t) >= reversal) {
            double lowest = spikes.lowest(lows, seen, first) / (1 - pierceDepth);
            if (supports.hasOneBetween(t, lowest, true, close, false)) {
                signals.add(t, LONG);
                return;
            }
        }
        if (counts.falling(first, t) >= reversal) {
            double highest = spikes.highest(highs, seen, first) / (1 + pierceDepth);
            if (resistances.hasOneBetween(t, close, false, highest, true)) {
                signals.add(t, SHORT);
            }
        }
    }
}
