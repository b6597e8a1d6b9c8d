package studio.engine.trust;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestResult;
import studio.engine.search.CancellationToken;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSet;
import studio.engine.search.Trial;
import studio.model.result.ParameterImportance;
import studio.model.result.TrustReport;
import studio.model.result.WalkForwardReport;

/** Makes the trust report of a finished training. The same case gives the same report, on any number of workers. */
public final class TrustJudge {
    /** Random points whose returns are compared for the probability of overfitting, at most; see decision 16. */
    public static final int COMPARED_POINTS = 100;

    /** Points that contradict themselves or do not trade are passed over, out of this many drawn. */
    private static final int DRAWN_POINTS = 2 * COMPARED_POINTS;

    private static final int COMPARED_PART = -2_000;
    private static final int IMPORTANCE_PART = -1_000;

    /** How often a judgement is asked whether to stop, at most: once a piece of its work. */
    public static final int QUESTIONS = DRAWN_POINTS + OverfittingProbability.QUESTIONS + ScoreForest.TREES;

    private TrustJudge() {}

    /**
     * @param workers run backtests; stay the caller's
     * @return empty when cancelled
     */
    public static Optional<TrustReport> judge(TrustCase judged, CancellationToken cancel, ExecutorService workers) {
        List<ParameterSet> points =
                RandomPoints.of(judged.space(), Optimizers.derivedSeed(judged.seed(), COMPARED_PART), DRAWN_POINTS);
        Optional<List<double[]>> returns =
                ParallelRuns.of(points.size(), i -> Optional.of(returns(judged, points.get(i))), cancel, workers);
        return returns.map(rows -> report(
                        judged,
                        rows.stream()
                                .filter(row -> row.length > 0)
                                .limit(COMPARED_POINTS)
                                .toArray(double[][]::new),
                        cancel))
                .filter(report -> !cancel.isCancelled());
    }

    /** Empty for a point that contradicts itself, on which the strategy breaks, or that never traded. */
    private static double[] returns(TrustCase judged, ParameterSet point) {
        Backtest backtest = judged.backtest();
        try {
            BacktestResult run = backtest.run(point, 0, backtest.candles().size());
            return run.trades().isEmpty()
                    ? new double[0]
                    : PeriodReturns.of(run, backtest.costs().initialCapital());
        } catch (RuntimeException contradictionOrFault) {
            // As in the search, where such a trial is infeasible or failed: one bad point does not cost the job its
            // verdict.
            return new double[0];
        }
    }

    private static TrustReport report(TrustCase judged, double[][] returns, CancellationToken cancel) {
        Measured measured = new Measured();
        measureSharpe(judged, measured);
        measureOverfitting(returns, measured, cancel);
        measurePermutations(judged, measured);
        measured.put(
                TrustMeasure.PLATEAU,
                judged.stability(),
                "the best score is not above 0, so that a share of it means nothing");
        WalkForwardReport walkForward = judged.walkForward();
        WalkForwardMarks.measure(walkForward, measured);
        TrustRules.Verdict verdict = TrustRules.judge(
                measured,
                judged.run().metrics().trades(),
                walkForward == null ? null : (Integer) WalkForwardMarks.tested(walkForward));
        List<Trial> trials = judged.sample().feasible(Importances.MOST_TRIALS);
        List<ParameterImportance> importance =
                Importances.of(judged.space(), trials, Optimizers.derivedSeed(judged.seed(), IMPORTANCE_PART), cancel);
        return new TrustReport(
                verdict.verdict(),
                verdict.reasons(),
                judged.trialsEver(),
                measured.figures(),
                importance,
                importance.isEmpty() ? noImportance(trials.size()) : "");
    }

    private static String noImportance(int trials) {
        return trials < Importances.FEWEST_TRIALS
                ? "it takes " + Importances.FEWEST_TRIALS + " feasible trials, there are " + trials
                : "all trials scored the same";
    }

    private static void measureSharpe(TrustCase judged, Measured measured) {
        SharpeFigures figures = SharpeFigures.of(judged);
        String flat = "the best trial's returns do not vary";
        measured.put(TrustMeasure.TRIALS_EVER, (double) judged.trialsEver(), flat);
        measured.put(TrustMeasure.SHARPE, figures.sharpe(), flat);
        measured.put(TrustMeasure.LUCK_SHARPE, figures.luck(), "there is one return only");
        measured.put(TrustMeasure.PROBABILISTIC_SHARPE, figures.probabilistic(), flat);
        measured.put(TrustMeasure.DEFLATED_SHARPE, figures.deflated(), flat);
        measured.put(TrustMeasure.TRACK_RECORD, (double) figures.periods(), flat);
        measured.put(
                TrustMeasure.MINIMUM_TRACK_RECORD,
                figures.periodsNeeded(),
                "the Sharpe ratio is not above 0: no length would do");
    }

    private static void measureOverfitting(double[][] returns, Measured measured, CancellationToken cancel) {
        Optional<OverfittingProbability> found = OverfittingProbability.of(returns, cancel);
        String few = "it takes " + OverfittingProbability.FEWEST_TRIALS + " points that trade and "
                + OverfittingProbability.FEWEST_PERIODS + " returns, there are " + returns.length + " and "
                + (returns.length == 0 ? 0 : returns[0].length);
        measured.put(
                TrustMeasure.OVERFITTING_PROBABILITY,
                found.map(OverfittingProbability::probability).orElse(null),
                few);
        measured.put(
                TrustMeasure.LOSS_PROBABILITY,
                found.map(OverfittingProbability::lossProbability).orElse(null),
                few);
    }

    private static void measurePermutations(TrustCase judged, Measured measured) {
        PermutationResult result = judged.permutations();
        measured.put(
                TrustMeasure.PERMUTATION_P,
                result == null ? null : (Double) result.pValue(),
                result == null
                        ? "validation was switched off"
                        : "none of " + result.points() + " random points was feasible");
    }
}
