package studio.engine.strategy;

import java.util.Arrays;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;

/** One run of {@link LiquiditySweep}. Levels are built only on bars where everything else already speaks for a signal. */
final class LiquiditySweepSignals extends AtrExits {
    private final Candles candles;
    private final double[] volumeMean;
    private final SwingPoints highs;
    private final SwingPoints lows;
    private final int warmUp;
    private final double pierceDepth;
    private final double spike;
    private final int reversal;
    private final double distance;
    private final int lookback;
    private final int touches;
    private final double[] sorted;

    LiquiditySweepSignals(IndicatorCache data, ParameterSet p, int warmUp) {
        super(data, p);
        this.candles = data.candles();
        this.volumeMean = data.volumeMean(LiquiditySweep.VOLUME_PERIOD);
        this.highs = data.shared("swing-highs", SwingPoints.class, () -> SwingPoints.highs(candles));
        this.lows = data.shared("swing-lows", SwingPoints.class, () -> SwingPoints.lows(candles));
        this.warmUp = warmUp;
        this.pierceDepth = p.real(LiquiditySweep.PIERCE_DEPTH.name());
        this.spike = p.real(LiquiditySweep.VOLUME_SPIKE.name());
        this.reversal = p.integer(LiquiditySweep.REVERSAL_CANDLES.name());
        this.distance = p.real(LiquiditySweep.LEVEL_DISTANCE.name());
        this.lookback = p.integer(LiquiditySweep.LOOKBACK.name());
        this.touches = p.integer(LiquiditySweep.TOUCHES.name());
        this.sorted = new double[lookback];
    }

    @Override
    public void write(int fromBar, int toBar, byte[] signals) {
        int start = Math.min(toBar, Math.max(fromBar, warmUp));
        Arrays.fill(signals, fromBar, start, NONE);
        int window = reversal + 1;
        // The last bar with a volume spike at or before t, so that quiet stretches cost one comparison a bar.
        int lastSpike = -1;
        for (int t = Math.max(start - window + 1, LiquiditySweep.VOLUME_PERIOD - 1); t < start; t++) {
            if (isSpike(t)) {
                lastSpike = t;
            }
        }
        for (int t = start; t < toBar; t++) {
            if (isSpike(t)) {
                lastSpike = t;
            }
            signals[t] = lastSpike > t - window && lastSpike >= 0 ? at(t, t - window + 1) : NONE;
        }
    }

    private boolean isSpike(int t) {
        double volume = candles.volume()[t];
        // Where nothing was traded for a whole mean, nothing is at least a multiple of nothing; that is no spike.
        return volume > 0 && volume >= spike * volumeMean[t];
    }

    private byte at(int t, int first) {
        double[] open = candles.open();
        double[] close = candles.close();
        int bullish = 0;
        int bearish = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = first; i <= t; i++) {
            if (close[i] > open[i]) {
                bullish++;
            } else if (close[i] < open[i]) {
                bearish++;
            }
            if (isSpike(i)) {
                lowest = Math.min(lowest, candles.low()[i]);
                highest = Math.max(highest, candles.high()[i]);
            }
        }
        if (bullish >= reversal && sweptSupport(t, lowest, close[t])) {
            return LONG;
        }
        return bearish >= reversal && sweptResistance(t, highest, close[t]) ? SHORT : NONE;
    }

    /** True when some support level lies below the close and the low went at least the depth beyond it. */
    private boolean sweptSupport(int t, double low, double close) {
        return levelBetween(lows, t, low / (1 - pierceDepth), close, false);
    }

    /** True when some resistance level lies above the close and the high went at least the depth beyond it. */
    private boolean sweptResistance(int t, double high, double close) {
        return levelBetween(highs, t, close, high / (1 + pierceDepth), true);
    }

    /**
     * Looks for a level in the given interval; the end at the close is exclusive, the end at the extreme inclusive.
     * Clusters are formed from the lowest price upwards, so every point of the window takes part.
     */
    private boolean levelBetween(SwingPoints points, int t, double from, double to, boolean fromIsExclusive) {
        if (!(from < to)) {
            return false;
        }
        int known = t - SwingPoints.CONFIRMATION;
        int first = t - lookback < 0 ? 0 : points.countUpTo()[t - lookback];
        int end = points.countUpTo()[known];
        int count = end - first;
        if (count < touches) {
            return false;
        }
        System.arraycopy(points.price(), first, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        int begin = 0;
        while (begin < count) {
            double widest = sorted[begin] * (1 + distance);
            double sum = 0;
            int next = begin;
            while (next < count && sorted[next] <= widest) {
                sum += sorted[next++];
            }
            if (next - begin >= touches) {
                double level = sum / (next - begin);
                boolean inside = fromIsExclusive ? level > from && level <= to : level >= from && level < to;
                if (inside) {
                    return true;
                }
            }
            begin = next;
        }
        return false;
    }
}
