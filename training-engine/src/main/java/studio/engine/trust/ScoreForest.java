package studio.engine.trust;

import java.util.Arrays;
import java.util.List;
import studio.engine.search.CancellationToken;
import studio.engine.search.SeededRandom;

/**
 * How much of a score's variance over the unit cube each dimension explains by itself: functional analysis of variance on
 * a random forest (Hutter, Hoos and Leyton-Brown, An Efficient Approach for Assessing Hyperparameter Importance, ICML
 * 2014). The marginals are exact integrals over the trees' boxes.
 */
final class ScoreForest {
    static final int TREES = 32;

    private ScoreForest() {}

    /**
     * Main effects, each 0..1, summing to at most 1 but for rounding; the mean over the trees that vary at all. All 0 when
     * none does.
     *
     * @param points in the unit cube, at least one
     * @param scores of the points
     */
    static double[] mainEffects(double[][] points, double[] scores, long seed) {
        return mainEffects(points, scores, seed, CancellationToken.NEVER);
    }

    /** The same; asked before each tree whether to stop, and then not to be used. */
    static double[] mainEffects(double[][] points, double[] scores, long seed, CancellationToken cancel) {
        double[] effects = new double[points[0].length];
        int varying = 0;
        for (int t = 0; t < TREES && !cancel.isCancelled(); t++) {
            List<ScoreTree.Leaf> leaves = ScoreTree.grow(points, scores, new SeededRandom(SeededRandom.mix(seed, t)));
            double mean = 0;
            for (ScoreTree.Leaf leaf : leaves) {
                mean += leaf.volume() * leaf.score();
            }
            double variance = 0;
            for (ScoreTree.Leaf leaf : leaves) {
                variance += leaf.volume() * (leaf.score() - mean) * (leaf.score() - mean);
            }
            if (variance > 0) {
                varying++;
                for (int d = 0; d < effects.length; d++) {
                    effects[d] += marginalVariance(leaves, d, mean) / variance;
                }
            }
        }
        for (int d = 0; d < effects.length; d++) {
            effects[d] = varying == 0 ? 0 : effects[d] / varying;
        }
        return effects;
    }

    /** Variance over one dimension of the score averaged over all others. */
    private static double marginalVariance(List<ScoreTree.Leaf> leaves, int d, double mean) {
        double[] cuts = leaves.stream()
                .flatMapToDouble(leaf -> java.util.stream.DoubleStream.of(leaf.low()[d], leaf.high()[d]))
                .sorted()
                .distinct()
                .toArray();
        double[] marginal = new double[cuts.length - 1];
        for (ScoreTree.Leaf leaf : leaves) {
            double weight = leaf.volume() / (leaf.high()[d] - leaf.low()[d]);
            int from = Arrays.binarySearch(cuts, leaf.low()[d]);
            int to = Arrays.binarySearch(cuts, leaf.high()[d]);
            for (int c = from; c < to; c++) {
                marginal[c] += weight * leaf.score();
            }
        }
        double variance = 0;
        for (int c = 0; c < marginal.length; c++) {
            variance += (cuts[c + 1] - cuts[c]) * (marginal[c] - mean) * (marginal[c] - mean);
        }
        return variance;
    }
}
