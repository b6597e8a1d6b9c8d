package studio.engine.trust;

import java.util.Optional;
import studio.engine.search.CancellationToken;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey, Borwein, López de Prado and
 * Zhu, The Probability of Backtest Overfitting, Journal of Computational Finance 20(4), 2017): the time is cut into
 * blocks, every half of the blocks is once in-sample, and it is counted how often the best trial there ends in the lower
 * half of all trials on the other blocks.
 *
 * @param probability share of the combinations whose in-sample best ranks at or below the median out of sample, 0..1
 * @param lossProbability share of the combinations whose in-sample best has a Sharpe ratio of 0 or less out of sample
 * @param blocks into which time was cut, even
 * @param combinations of half of the blocks
 * @param trials that were compared
 * @param periods that were used; what does not fill a block at the start is left out
 */
public record OverfittingProbability(
        double probability, double lossProbability, int blocks, int combinations, int trials, int periods) {

    /** The paper's own choice; 12,870 combinations. */
    static final int MOST_BLOCKS = 16;

    private static final int FEWEST_BLOCKS = 6;
    private static final int FEWEST_PERIODS_PER_BLOCK = 4;
    private static final int ASKED_EVERY = 2_048;
    /** How often it is asked whether to stop, at most. */
    static final int QUESTIONS = (1 << MOST_BLOCKS) / ASKED_EVERY;

    static final int FEWEST_TRIALS = 10;
    static final int FEWEST_PERIODS = FEWEST_BLOCKS * FEWEST_PERIODS_PER_BLOCK;

    /**
     * Over a matrix of returns, one row a trial, all of the same periods. Of the largest even number of blocks up to 16
     * that leaves each at least 4 periods.
     *
     * @return empty with fewer than 10 trials or 24 periods
     */
    public static Optional<OverfittingProbability> of(double[][] returns) {
        return of(returns, CancellationToken.NEVER);
    }

    /** The same; empty too when it is cancelled. */
    static Optional<OverfittingProbability> of(double[][] returns, CancellationToken cancel) {
        int trials = returns.length;
        int periods = trials == 0 ? 0 : returns[0].length;
        int blocks = Math.min(MOST_BLOCKS, periods / FEWEST_PERIODS_PER_BLOCK / 2 * 2);
        return trials < FEWEST_TRIALS || blocks < FEWEST_BLOCKS ? Optional.empty() : of(returns, blocks, cancel);
    }

    /**
     * The same with a given number of blocks.
     *
     * @param blocks even, 2..16, at most the number of periods
     */
    static OverfittingProbability of(double[][] returns, int blocks) {
        return of(returns, blocks, CancellationToken.NEVER).orElseThrow();
    }

    private static Optional<OverfittingProbability> of(double[][] returns, int blocks, CancellationToken cancel) {
        BlockSums sums = BlockSums.of(returns, blocks);
        int overfitted = 0;
        int lost = 0;
        int combinations = 0;
        double[] outside = new double[returns.length];
        for (int chosen = 0; chosen < 1 << blocks; chosen++) {
            if (chosen % ASKED_EVERY == 0 && cancel.isCancelled()) {
                return Optional.empty();
            }
            if (Integer.bitCount(chosen) != blocks / 2) {
                continue;
            }
            int best = 0;
            double bestInside = Double.NEGATIVE_INFINITY;
            for (int n = 0; n < returns.length; n++) {
                double inside = sums.sharpe(n, chosen);
                outside[n] = sums.sharpe(n, ~chosen & (1 << blocks) - 1);
                if (inside > bestInside) {
                    bestInside = inside;
                    best = n;
                }
            }
            combinations++;
            overfitted += relativeRank(outside, best) <= 0.5 ? 1 : 0;
            lost += outside[best] <= 0 ? 1 : 0;
        }
        return Optional.of(new OverfittingProbability(
                (double) overfitted / combinations,
                (double) lost / combinations,
                blocks,
                combinations,
                returns.length,
                blocks * sums.length()));
    }

    /** Rank from 1 for the worst over {@code n + 1}; equals share the middle of their ranks. */
    private static double relativeRank(double[] values, int at) {
        int below = 0;
        int equal = 0;
        for (double value : values) {
            below += value < values[at] ? 1 : 0;
            equal += value == values[at] ? 1 : 0;
        }
        return (below + (equal + 1) / 2.0) / (values.length + 1);
    }
}
