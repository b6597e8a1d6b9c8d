package studio.engine.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestEvaluator;
import studio.engine.market.Candles;
import studio.engine.search.CancellationToken;
import studio.engine.search.Evaluation;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSet;
import studio.engine.search.ParameterSpace;
import studio.model.job.Objective;

/**
 * Is the order of the bars worth anything to this strategy? The best of a fixed set of random points on the real bars is
 * compared with the best of the same points on shuffled ones (Masters 2020; the p-value counts the real series too: Davison
 * and Hinkley, Bootstrap Methods, 1997, 4.2). The points do not depend on the search's result, so a search that fitted
 * noise gains nothing here; see decision 16.
 *
 * @param seed the job's
 */
public record PermutationTest(Backtest backtest, ParameterSpace space, Objective objective, int minTrades, long seed) {
    /** How often the bars are shuffled. */
    public static final int PERMUTATIONS = 49;

    /** How many points are tried on each order of the bars; fewer when the space has fewer. */
    public static final int POINTS = 40;

    /** Of a longer series the last this many bars are used. */
    public static final int MOST_BARS = 100_000;

    /** Points that share indicators; bounds the memory of one worker. */
    private static final int SHARING = 8;

    /** Points that contradict themselves are drawn again, up to this many in all. */
    private static final int MOST_DRAWN = 4 * POINTS;

    private static final int POINTS_PART = -1;
    private static final int FIRST_PERMUTATION_PART = -2;

    /** Hears that another order of the bars is done; from any thread. */
    public interface Listener {
        void onPermutation();
    }

    /** Evaluations that a run takes, at most. */
    public static long evaluations() {
        return (long) (PERMUTATIONS + 1) * POINTS;
    }

    /** Bars that each of them goes through. */
    public static int bars(int candles) {
        return Math.min(candles, MOST_BARS);
    }

    /**
     * @param workers run the permutations; stay the caller's
     * @return empty when cancelled
     */
    public Optional<PermutationResult> run(Listener listener, CancellationToken cancel, ExecutorService workers) {
        Candles candles = backtest.candles();
        int from = candles.size() - bars(candles.size());
        BacktestEvaluator real = new BacktestEvaluator(backtest, objective, minTrades, from, candles.size());
        List<ParameterSet> points = new ArrayList<>();
        double observed = Double.NaN;
        for (ParameterSet point : RandomPoints.of(space, Optimizers.derivedSeed(seed, POINTS_PART), MOST_DRAWN)) {
            if (points.size() == POINTS) {
                break;
            }
            if (cancel.isCancelled()) {
                return Optional.empty();
            }
            Evaluation evaluation = real.evaluate(point);
            // Without metrics the parameters contradict each other, whatever the bars.
            if (evaluation.metrics() != null) {
                points.add(point);
                observed = better(observed, evaluation.score());
            }
        }
        listener.onPermutation();
        if (Double.isNaN(observed)) {
            return Optional.of(new PermutationResult(observed, 0, 0, points.size(), candles.size() - from));
        }
        Optional<List<Double>> bests = ParallelRuns.of(
                PERMUTATIONS,
                i -> {
                    Optional<Double> best = best(points, from, i, cancel);
                    listener.onPermutation();
                    return best;
                },
                cancel,
                workers);
        double reached = observed;
        return bests.map(scores -> new PermutationResult(
                reached,
                (int) scores.stream().filter(score -> score >= reached).count(),
                PERMUTATIONS,
                points.size(),
                candles.size() - from));
    }

    private Optional<Double> best(List<ParameterSet> points, int from, int permutation, CancellationToken cancel) {
        Candles candles = backtest.candles();
        Candles shuffled = BarPermutation.of(
                candles, from, candles.size(), Optimizers.derivedSeed(seed, FIRST_PERMUTATION_PART - permutation));
        double best = Double.NaN;
        BacktestEvaluator evaluator = evaluator(shuffled);
        for (int i = 0; i < points.size(); i++) {
            if (cancel.isCancelled()) {
                return Optional.empty();
            }
            if (i > 0 && i % SHARING == 0) {
                evaluator = evaluator(shuffled);
            }
            best = better(best, evaluator.evaluate(points.get(i)).score());
        }
        return Optional.of(best);
    }

    private BacktestEvaluator evaluator(Candles shuffled) {
        return new BacktestEvaluator(backtest.over(shuffled), objective, minTrades, 0, shuffled.size());
    }

    private static double better(double best, double score) {
        return Double.isNaN(score) || best >= score ? best : score;
    }
}
