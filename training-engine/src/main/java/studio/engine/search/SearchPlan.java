package studio.engine.search;

import java.util.Map;

/**
 * What a search is to do.
 *
 * @param optimizer a new one; the search owns it from here on
 * @param maxTrials at least 1; fewer are run when the optimizer has nothing left to propose
 * @param known trials by number that ran before: they are told to the optimizer as they were stored and not evaluated
 */
public record SearchPlan(
        Optimizer optimizer,
        int maxTrials,
        TrialEvaluator evaluator,
        Map<Integer, Trial> known,
        SearchListener listener,
        CancellationToken cancel) {

    public SearchPlan {
        if (maxTrials < 1) {
            throw new IllegalArgumentException("maxTrials = " + maxTrials + " is below 1");
        }
        known = Map.copyOf(known);
    }
}
