package studio.engine.indicator;

import java.util.Arrays;

/**
 * How many of the values in a window are not above another one: counts by rank in a binary indexed tree (Fenwick, Software:
 * Practice and Experience 24, 1994). The ranks are those of the whole column, which decides only where a value is counted;
 * the answers depend on the values in the window alone.
 */
final class RankCounts {
    private final int[] ranks;
    private final int[] tree;

    RankCounts(double[] x) {
        double[] sorted = Arrays.stream(x).filter(Double::isFinite).sorted().toArray();
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            // 0 and -0 are the same value and stand side by side.
            if (i == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        ranks = new int[x.length];
        for (int t = 0; t < x.length; t++) {
            if (Double.isFinite(x[t])) {
                int found = Arrays.binarySearch(sorted, 0, distinct, x[t]);
                // A zero of the other sign lies just beside its place.
                ranks[t] = 1 + (found >= 0 ? found : sameValue(sorted, -found - 1, distinct, x[t]));
            }
        }
        tree = new int[distinct + 1];
    }

    private static int sameValue(double[] sorted, int place, int size, double value) {
        return place < size && sorted[place] == value ? place : place - 1;
    }

    void add(int bar) {
        change(ranks[bar], 1);
    }

    void remove(int bar) {
        change(ranks[bar], -1);
    }

    private void change(int rank, int by) {
        for (int i = rank; i < tree.length; i += i & -i) {
            tree[i] += by;
        }
    }

    /** Values in the window that are at most that bar's. */
    int notAbove(int bar) {
        int count = 0;
        for (int i = ranks[bar]; i > 0; i -= i & -i) {
            count += tree[i];
        }
        return count;
    }
}
