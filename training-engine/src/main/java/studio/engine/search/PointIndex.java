package studio.engine.search;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the different points of a space; the last coordinate changes fastest. A coordinate that does not matter
 * makes no further points. Immutable.
 */
final class PointIndex {
    /** Also for "any real number". */
    private static final long TOO_MANY = Long.MAX_VALUE;

    private static final long BRANCHES = -1;

    private final List<Dimension> dimensions;
    private final Activity activity;
    private final int forStepless;
    private final boolean[] decides;
    /** How many ways lead on from each coordinate, where that does not depend on the values before it. */
    private final long[] straight;

    /** @param forStepless how many values a range without a step counts for; 0 for endlessly many */
    PointIndex(List<Dimension> dimensions, Activity activity, int forStepless) {
        this.dimensions = dimensions;
        this.activity = activity;
        this.forStepless = forStepless;
        int n = dimensions.size();
        this.decides = new boolean[n];
        this.straight = new long[n + 1];
        straight[n] = 1;
        for (int d = n - 1; d >= 0; d--) {
            decides[d] = activity.decides(d);
            straight[d] = straight[d + 1] == BRANCHES || activity.isConditional(d)
                    ? BRANCHES
                    : times(count(d), straight[d + 1]);
        }
    }

    /** Number of points; empty when it is beyond a {@code long} or endless. */
    OptionalLong size() {
        long size = ways(0, new Object[dimensions.size()]);
        return size == TOO_MANY ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /** The values of the point of that index, 0..size-1; null where a coordinate does not matter. */
    @Nullable
    Object[] at(long index) {
        @Nullable Object[] values = new Object[dimensions.size()];
        long rest = index;
        for (int d = 0; d < values.length; d++) {
            if (activity.matters(d, values)) {
                rest = choose(d, values, rest);
            }
        }
        return values;
    }

    /** Sets coordinate {@code d}; returns what is left of the index for those after it. */
    private long choose(int d, @Nullable Object[] values, long index) {
        Dimension dimension = dimensions.get(d);
        if (!decides[d]) {
            long ways = ways(d + 1, values);
            values[d] = dimension.at(index / ways, forStepless);
            return index % ways;
        }
        long rest = index;
        for (long i = 0; ; i++) {
            values[d] = dimension.at(i, forStepless);
            long ways = ways(d + 1, values);
            if (rest < ways) {
                return rest;
            }
            rest -= ways;
        }
    }

    private long ways(int d, @Nullable Object[] before) {
        if (straight[d] != BRANCHES) {
            return straight[d];
        }
        if (!activity.matters(d, before)) {
            before[d] = null;
            return ways(d + 1, before);
        }
        if (!decides[d]) {
            return times(count(d), ways(d + 1, before));
        }
        long sum = 0;
        for (long i = 0; i < count(d) && sum < TOO_MANY; i++) {
            before[d] = dimensions.get(d).at(i, forStepless);
            long ways = ways(d + 1, before);
            sum = sum > TOO_MANY - ways ? TOO_MANY : sum + ways;
        }
        before[d] = null;
        return sum;
    }

    private long count(int d) {
        long count = dimensions.get(d).count();
        return count == 0 ? forStepless == 0 ? TOO_MANY : forStepless : count;
    }

    private static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? TOO_MANY : a * b;
    }
}
