package studio.engine.strategy;

import java.util.Arrays;

/**
 * The levels that the swing points of the last bars form. Clusters are formed from the lowest price upwards: a point
 * belongs to the cluster as long as it is no further than the distance above the cluster's lowest. A cluster with
 * enough points is a level at their mean. Not thread-safe.
 */
final class KeyLevels {
    /** More than rounding can make of a mean, far less than any price step. */
    private static final double ROUNDING = 1e-12;

    private final SwingPoints points;
    private final int lookback;
    private final double distance;
    private final int touches;
    private final double[] sorted;

    /**
     * @param lookback how many bars back swing points count
     * @param distance within a cluster, as a fraction of its lowest price
     * @param touches points that make a level, at least
     */
    KeyLevels(SwingPoints points, int lookback, double distance, int touches) {
        this.points = points;
        this.lookback = lookback;
        this.distance = distance;
        this.touches = touches;
        this.sorted = new double[lookback];
    }

    /** Whether a level that is known at the bar's close lies between two prices. */
    boolean hasOneBetween(int bar, double low, boolean withLow, double high, boolean withHigh) {
        if (!(low < high)) {
            return false;
        }
        int[] count = points.countUpTo();
        int first = bar < lookback ? 0 : count[bar - lookback];
        int end = count[bar - SwingPoints.CONFIRMATION];
        if (end - first < touches || !enoughNear(first, end, low, high)) {
            return false;
        }
        int size = end - first;
        System.arraycopy(points.price(), first, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
        return clustered(size, low, withLow, high, withHigh);
    }

    /**
     * Whether a level there is possible at all. A level lies within its points, and they within the distance of each
     * other: each of them is nearly between the prices. Counting them is a fraction of sorting all, and seldom enough.
     */
    private boolean enoughNear(int first, int end, double low, double high) {
        double from = low / (1 + distance) * (1 - ROUNDING);
        double to = high * (1 + distance) * (1 + ROUNDING);
        double[] price = points.price();
        int near = 0;
        for (int i = first; i < end; i++) {
            if (price[i] >= from && price[i] <= to) {
                near++;
            }
        }
        return near >= touches;
    }

    private boolean clustered(int size, double low, boolean withLow, double high, boolean withHigh) {
        int begin = 0;
        while (begin < size) {
            double widest = sorted[begin] * (1 + distance);
            double sum = 0;
            int next = begin;
            while (next < size && sorted[next] <= widest) {
                sum += sorted[next++];
            }
            if (next - begin >= touches) {
                double level = sum / (next - begin);
                if ((withLow ? level >= low : level > low) && (withHigh ? level <= high : level < high)) {
                    return true;
                }
            }
            begin = next;
        }
        return false;
    }
}
