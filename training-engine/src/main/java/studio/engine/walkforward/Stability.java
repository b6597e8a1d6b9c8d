package studio.engine.walkforward;

import java.util.Arrays;
import java.util.OptionalDouble;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.ParameterSpace;
import studio.engine.search.TrialEvaluator;
import studio.model.job.TrialState;

/** Whether a good point lies on a plateau or on a needle. */
public final class Stability {

    private Stability() {}

    /**
     * The median score of the point's neighbours divided by its own, clamped to 0..1. A neighbour lies one step away
     * in one parameter (5 % of the range where there is no step); one that is infeasible counts 0.
     *
     * @param bestScore the point's own score
     * @return empty when the best score is 0 or less, or when no parameter can change
     */
    public static OptionalDouble of(
            ParameterSpace space, ParameterSet best, double bestScore, TrialEvaluator evaluator) {
        if (!(bestScore > 0)) {
            return OptionalDouble.empty();
        }
        double[] scores = space.neighbours(best).stream()
                .mapToDouble(neighbour -> score(evaluator.evaluate(neighbour)))
                .sorted()
                .toArray();
        if (scores.length == 0) {
            return OptionalDouble.empty();
        }
        double median = median(scores);
        return OptionalDouble.of(Math.max(0, Math.min(1, median / bestScore)));
    }

    private static double score(Evaluation evaluation) {
        return evaluation.state() == TrialState.COMPLETE ? evaluation.score() : 0;
    }

    private static double median(double[] ascending) {
        int n = ascending.length;
        return Arrays.stream(ascending, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
    }
}
