package studio.model.job;

/** How a trial ended: with a score, against a constraint, or with an error. */
public enum TrialState {
    COMPLETE,
    INFEASIBLE,
    FAILED
}
