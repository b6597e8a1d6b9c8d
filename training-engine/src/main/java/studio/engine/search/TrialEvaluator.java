package studio.engine.search;

/** Scores one point; called from many threads at once. A broken point is a FAILED evaluation, not an exception. */
@FunctionalInterface
public interface TrialEvaluator {
    Evaluation evaluate(ParameterSet parameters);
}
