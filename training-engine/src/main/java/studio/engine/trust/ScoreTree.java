package studio.engine.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.engine.search.SeededRandom;

/**
 * A regression tree over the unit cube, grown on a bootstrap sample by least squares (Breiman, Random Forests, Machine
 * Learning 45, 2001). Kept as its leaves: boxes that fill the cube, each with its mean score.
 */
final class ScoreTree {
    private static final int FEWEST_PER_LEAF = 3;
    private static final int DEEPEST = 12;

    private final double[][] points;
    private final double[] scores;
    private final List<Leaf> leaves = new ArrayList<>();

    /** A box of the cube and what the tree says of every point in it. */
    record Leaf(double[] low, double[] high, double score) {
        double volume() {
            double volume = 1;
            for (int d = 0; d < low.length; d++) {
                volume *= high[d] - low[d];
            }
            return volume;
        }
    }

    private record Split(int dimension, double at, double gain) {}

    private ScoreTree(double[][] points, double[] scores) {
        this.points = points;
        this.scores = scores;
    }

    /** One tree on as many points as there are, drawn with replacement. */
    static List<Leaf> grow(double[][] points, double[] scores, SeededRandom random) {
        int[] drawn = new int[points.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextInt(points.length);
        }
        ScoreTree tree = new ScoreTree(points, scores);
        int dimensions = points[0].length;
        double[] high = new double[dimensions];
        Arrays.fill(high, 1);
        tree.grow(drawn, new double[dimensions], high, 0);
        return tree.leaves;
    }

    private void grow(int[] members, double[] low, double[] high, int depth) {
        Split best = null;
        for (int d = 0; d < low.length && depth < DEEPEST; d++) {
            Split split = bestSplit(members, d);
            best = split != null && (best == null || split.gain() > best.gain()) ? split : best;
        }
        if (best == null) {
            leaves.add(new Leaf(
                    low,
                    high,
                    Arrays.stream(members).mapToDouble(i -> scores[i]).average().orElseThrow()));
            return;
        }
        Split split = best;
        double[] middleHigh = high.clone();
        double[] middleLow = low.clone();
        middleHigh[split.dimension()] = split.at();
        middleLow[split.dimension()] = split.at();
        grow(side(members, split, true), low, middleHigh, depth + 1);
        grow(side(members, split, false), middleLow, high, depth + 1);
    }

    private int[] side(int[] members, Split split, boolean below) {
        return Arrays.stream(members)
                .filter(i -> points[i][split.dimension()] < split.at() == below)
                .toArray();
    }

    /** Where a cut lowers the squared error most; null where none does. */
    private @org.jspecify.annotations.Nullable Split bestSplit(int[] members, int d) {
        int n = members.length;
        Integer[] order = Arrays.stream(members).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(points[a][d], points[b][d]));
        double total = 0;
        for (int i : members) {
            total += scores[i];
        }
        double left = 0;
        double bestGain = 1e-12 * Math.max(1, total * total / n);
        Split best = null;
        for (int k = 1; k < n; k++) {
            left += scores[order[k - 1]];
            double before = points[order[k - 1]][d];
            double after = points[order[k]][d];
            if (k < FEWEST_PER_LEAF || n - k < FEWEST_PER_LEAF || !(after > before)) {
                continue;
            }
            double right = total - left;
            double gain = left * left / k + right * right / (n - k) - total * total / n;
            if (gain > bestGain) {
                bestGain = gain;
                best = new Split(d, (before + after) / 2, gain);
            }
        }
        return best;
    }
}
