package studio.engine.search;

/**
 * One evaluated point.
 *
 * @param number from 1, in the order of the optimizer's proposals
 * @param durationNanos of the evaluation alone
 */
public record Trial(int number, ParameterSet parameters, Evaluation evaluation, long durationNanos) {

    /** True when this trial may become the best. */
    public boolean isFeasible() {
        return evaluation.state() == studio.model.job.TrialState.COMPLETE;
    }
}
