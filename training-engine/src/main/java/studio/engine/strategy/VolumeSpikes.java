package studio.engine.strategy;

import java.util.Arrays;
import studio.engine.indicator.IndicatorCache;

/**
 * The bars whose volume is a multiple of its mean. For each quarter of a multiple those bars are listed once per series,
 * so that a run looks at hardly more bars than have a spike.
 */
final class VolumeSpikes {
    private static final double STEPS = 4;
    private static final double LARGEST_LISTED = 8;

    private final double[] volume;
    private final double[] mean;
    private final double threshold;
    private final int[] candidates;

    /**
     * @param period of the mean, in bars; there is no spike before it is known
     * @param threshold volume over mean, at least
     */
    VolumeSpikes(IndicatorCache data, int period, double threshold) {
        this.volume = data.candles().volume();
        this.mean = data.volumeMean(period);
        this.threshold = threshold;
        double listed = Math.max(0, Math.min(LARGEST_LISTED, Math.floor(threshold * STEPS) / STEPS));
        this.candidates =
                data.shared("spikes" + period + "/" + listed, int[].class, () -> atLeast(volume, mean, listed));
    }

    private static int[] atLeast(double[] volume, double[] mean, double multiple) {
        int[] bars = new int[volume.length];
        int count = 0;
        for (int t = 0; t < volume.length; t++) {
            if (isSpike(volume[t], mean[t], multiple)) {
                bars[count++] = t;
            }
        }
        return Arrays.copyOf(bars, count);
    }

    /** Where nothing was traded for a whole mean, nothing is at least a multiple of nothing; that is no spike. */
    private static boolean isSpike(double volume, double mean, double multiple) {
        return volume > 0 && volume >= multiple * mean;
    }

    boolean at(int bar) {
        return isSpike(volume[bar], mean[bar], threshold);
    }

    /** How many bars may have a spike; the others have none. */
    int candidates() {
        return candidates.length;
    }

    /** The bar of a candidate; candidates ascend. */
    int candidate(int index) {
        return candidates[index];
    }

    /** The index of the first candidate at or after a bar. */
    int firstFrom(int bar) {
        int at = Arrays.binarySearch(candidates, bar);
        return at >= 0 ? at : -at - 1;
    }

    /** The lowest value on a bar with a spike, of the candidates before {@code end} back to {@code firstBar}. */
    double lowest(double[] values, int end, int firstBar) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = end - 1; i >= 0 && candidates[i] >= firstBar; i--) {
            if (at(candidates[i])) {
                lowest = Math.min(lowest, values[candidates[i]]);
            }
        }
        return lowest;
    }

    /** The highest value, as {@link #lowest}. */
    double highest(double[] values, int end, int firstBar) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = end - 1; i >= 0 && candidates[i] >= firstBar; i--) {
            if (at(candidates[i])) {
                highest = Math.max(highest, values[candidates[i]]);
            }
        }
        return highest;
    }
}
