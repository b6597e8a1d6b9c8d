package studio.engine.search;

import org.jspecify.annotations.Nullable;
import studio.model.job.TrialState;
import studio.model.result.Metrics;

/**
 * What one evaluation gave.
 *
 * @param score larger is better; {@code NaN} unless the state is COMPLETE
 * @param violation how far the constraint was missed, 0 when it was met; lets an optimizer model feasibility
 * @param metrics null when the evaluation failed
 * @param reason why it is infeasible or failed; null otherwise
 */
public record Evaluation(
        TrialState state,
        double score,
        double violation,
        @Nullable Metrics metrics,
        @Nullable String reason) {

    public static Evaluation complete(double score, Metrics metrics) {
        return new Evaluation(TrialState.COMPLETE, score, 0, metrics, null);
    }

    public static Evaluation infeasible(double violation, @Nullable Metrics metrics, String reason) {
        return new Evaluation(TrialState.INFEASIBLE, Double.NaN, violation, metrics, reason);
    }

    public static Evaluation failed(String reason) {
        return new Evaluation(TrialState.FAILED, Double.NaN, 0, null, reason);
    }
}
