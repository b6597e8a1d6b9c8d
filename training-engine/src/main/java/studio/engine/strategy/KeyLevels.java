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
        // One more than can be points: a price that is not taken is written behind the taken ones.
        this.sorted = new double[lookback + 1];
    }

    /** Whether a level that is known at the bar's close lies between two prices. */
    boolean hasOneBetween(int bar, double low, boolean withLow, double high, boolean withHigh) {
        if (!(low < high)) {
            return false;
        }
        int[] count = points.countUpTo();
        int first = bar < lookback ? 0 : count[bar - lookback];
        int end = count[bar - SwingPoints.CONFIRMATION];
        if (end - first < touches) {
            return false;
        }
        int size = takeUpTo(first, end, low, high);
        return size > 0 && clustered(size, low, withLow, high, withHigh);
    }

    /**
     * Sorts the points that can matter; none when no level can lie there. A level lies within its points, and they
     * within the distance of each other: points further above are in no such level, and enough of the others must be
     * no further below. Most bars end here, without sorting.
     *
     * @return how many points were taken
     */
    private int takeUpTo(int first, int end, double low, double high) {
        double from = low / (1 + distance) * (1 - ROUNDING);
        double to = high * (1 + distance) * (1 + ROUNDING);
        double[] price = points.price();
        int size = 0;
        int near = 0;
        for (int i = first; i < end; i++) {
            double point = price[i];
            sorted[size] = point;
            int taken = point <= to ? 1 : 0;
            size += taken;
            near += point >= from ? taken : 0;
        }
        if (near < touches) {
            return 0;
        }
        Arrays.sort(sorted, 0, size);
        return size;
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
