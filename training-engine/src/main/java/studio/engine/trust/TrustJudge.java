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
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;
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

    /** Every figure that a report has, in its order and words, none with a value: what programs must be able to tell. */
    public static List<TrustFigure> unmeasured() {
        return new Measured().figures();
    }

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
        measured.put(TrustMeasure.PLATEAU, judged.stability(), TrustAbsence.of(TrustAbsence.SCORE_NOT_POSITIVE));
        WalkForwardReport walkForward = judged.walkForward();
        WalkForwardMarks.measure(walkForward, measured);
        TrustRules.Verdict verdict = TrustRules.judge(
                measured,
                judged.run().metrics().netProfitPct(),
                judged.run().metrics().trades(),
                walkForward == null ? null : (Integer) WalkForwardMarks.tested(walkForward));
        List<Trial> trials = judged.sample().feasible(Importances.MOST_TRIALS);
        List<ParameterImportance> importance =
                Importances.of(judged.space(), trials, Optimizers.derivedSeed(judged.seed(), IMPORTANCE_PART), cancel);
        TrustAbsence noImportance = importance.isEmpty() ? noImportance(trials.size()) : null;
        List<TrustFigure> figures = measured.figures();
        return new TrustReport(
                verdict.verdict(),
                TrustSentences.reasons(verdict.reasons(), figures),
                verdict.reasons(),
                judged.trialsEver(),
                figures,
                importance,
                noImportance == null ? "" : TrustSentences.absence(noImportance),
                noImportance);
    }

    private static TrustAbsence noImportance(int trials) {
        return trials < Importances.FEWEST_TRIALS
                ? TrustAbsence.of(TrustAbsence.TOO_FEW_TRIALS, Importances.FEWEST_TRIALS, trials)
                : TrustAbsence.of(TrustAbsence.SCORES_DO_NOT_VARY);
    }

    private static void measureSharpe(TrustCase judged, Measured measured) {
        SharpeFigures figures = SharpeFigures.of(judged);
        TrustAbsence flat = TrustAbsence.of(TrustAbsence.RETURNS_DO_NOT_VARY);
        measured.put(TrustMeasure.TRIALS_EVER, (double) judged.trialsEver(), flat);
        measured.put(TrustMeasure.SHARPE, figures.sharpe(), flat);
        measured.put(TrustMeasure.LUCK_SHARPE, figures.luck(), TrustAbsence.of(TrustAbsence.ONE_RETURN));
        measured.put(TrustMeasure.PROBABILISTIC_SHARPE, figures.probabilistic(), flat);
        measured.put(TrustMeasure.DEFLATED_SHARPE, figures.deflated(), flat);
        measured.put(TrustMeasure.TRACK_RECORD, (double) figures.periods(), flat);
        measured.put(
                TrustMeasure.MINIMUM_TRACK_RECORD,
                figures.periodsNeeded(),
                TrustAbsence.of(TrustAbsence.SHARPE_NOT_POSITIVE));
    }

    private static void measureOverfitting(double[][] returns, Measured measured, CancellationToken cancel) {
        Optional<OverfittingProbability> found = OverfittingProbability.of(returns, cancel);
        TrustAbsence few = TrustAbsence.of(
                TrustAbsence.TOO_FEW_POINTS,
                OverfittingProbability.FEWEST_TRIALS,
                OverfittingProbability.FEWEST_PERIODS,
                returns.length,
                returns.length == 0 ? 0 : returns[0].length);
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
                        ? TrustAbsence.of(TrustAbsence.VALIDATION_OFF)
                        : TrustAbsence.of(TrustAbsence.NO_FEASIBLE_POINT, result.points()));
    }
}
