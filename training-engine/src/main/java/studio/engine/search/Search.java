package studio.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Runs an optimizer to its end on many threads. The trials do not depend on how many: batches have a fixed size and
 * are told in the order of proposal.
 *
 * <p>A search is resumed by replay: a new optimizer asks again, and a trial that is already known is told rather than
 * evaluated.
 */
public final class Search {
    private final SearchPlan plan;
    private final BatchEvaluator evaluator;
    private final List<Trial> trials = new ArrayList<>();

    private Search(SearchPlan plan, ExecutorService workers) {
        this.plan = plan;
        this.evaluator = new BatchEvaluator(plan, workers);
    }

    /**
     * Returns when all trials have ended, when nothing is left to propose, or soon after a cancel: a trial that runs
     * is let finish, none is begun. An interrupt of the calling thread counts as a cancel.
     *
     * @param workers runs the evaluations; stays the caller's
     * @throws IllegalStateException when a known trial is not what the optimizer proposed under its number
     */
    public static SearchResult run(SearchPlan plan, ExecutorService workers) {
        return new Search(plan, workers).run();
    }

    private SearchResult run() {
        while (trials.size() < plan.maxTrials()) {
            if (plan.cancel().isCancelled()) {
                return result(true);
            }
            long start = System.nanoTime();
            List<ParameterSet> points = plan.optimizer().ask(plan.maxTrials() - trials.size());
            if (plan.cancel().isCancelled()) {
                return result(true);
            }
            plan.listener().onProposal(points.size(), System.nanoTime() - start);
            if (points.isEmpty()) {
                break;
            }
            List<Trial> batch = evaluator.evaluate(points, trials.size() + 1);
            trials.addAll(batch);
            if (batch.size() < points.size()) {
                return result(true);
            }
            plan.optimizer().tell(batch);
        }
        return result(false);
    }

    private SearchResult result(boolean cancelled) {
        Trial best = null;
        for (Trial trial : trials) {
            if (trial.isFeasible()
                    && (best == null
                            || trial.evaluation().score() > best.evaluation().score())) {
                best = trial;
            }
        }
        return new SearchResult(List.copyOf(trials), Optional.ofNullable(best), cancelled);
    }
}
