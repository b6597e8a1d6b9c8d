package studio.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrialState;

/** Evaluates one batch on all workers, taking known trials as they are. */
final class BatchEvaluator {
    private final SearchPlan plan;
    private final ExecutorService workers;
    /** Set when the search must end early for another reason than the caller's token. */
    private volatile boolean stopped;

    BatchEvaluator(SearchPlan plan, ExecutorService workers) {
        this.plan = plan;
        this.workers = workers;
    }

    /** The trials that ended, in order of number; fewer than points only after a cancel. */
    List<Trial> evaluate(List<ParameterSet> points, int firstNumber) {
        List<@Nullable Trial> known = new ArrayList<>();
        List<@Nullable Future<@Nullable Trial>> running = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            ParameterSet point = points.get(i);
            int number = firstNumber + i;
            Trial stored = plan.known().get(number);
            known.add(stored == null ? null : replayed(stored, point));
            running.add(stored == null ? workers.submit(() -> evaluate(number, point)) : null);
        }
        List<Trial> ended = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Future<@Nullable Trial> future = running.get(i);
            Trial trial = future == null ? known.get(i) : await(future);
            if (trial != null) {
                ended.add(trial);
            }
        }
        return ended;
    }

    private @Nullable Trial evaluate(int number, ParameterSet point) {
        if (stopped || plan.cancel().isCancelled()) {
            return null;
        }
        long start = System.nanoTime();
        Evaluation evaluation = score(point);
        Trial trial = new Trial(number, point, evaluation, System.nanoTime() - start);
        plan.listener().onTrial(trial);
        return trial;
    }

    private Evaluation score(ParameterSet point) {
        try {
            Evaluation evaluation = plan.evaluator().evaluate(point);
            if (evaluation.state() == TrialState.COMPLETE && !Double.isFinite(evaluation.score())) {
                return Evaluation.failed("the score is " + evaluation.score() + ", not a finite number");
            }
            return evaluation;
        } catch (RuntimeException e) {
            String message = e.getMessage();
            return Evaluation.failed(
                    e.getClass().getSimpleName() + (message == null || message.isBlank() ? "" : ": " + message));
        }
    }

    private @Nullable Trial await(Future<@Nullable Trial> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    // The running trials still end and are kept; no further one begins.
                    stopped = true;
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            stopped = true;
            Throwable cause = e.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException broken ? broken : new IllegalStateException(cause);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Trial replayed(Trial stored, ParameterSet proposed) {
        if (!same(stored.parameters().values(), proposed.values())) {
            throw new IllegalStateException("trial " + stored.number() + " was stored with " + stored.parameters()
                    + " but the optimizer now proposes " + proposed
                    + ": the job cannot be resumed exactly, run it again");
        }
        return new Trial(stored.number(), proposed, stored.evaluation(), stored.durationNanos());
    }

    private static boolean same(Map<String, Object> stored, Map<String, Object> proposed) {
        if (!stored.keySet().equals(proposed.keySet())) {
            return false;
        }
        return proposed.entrySet().stream().allMatch(entry -> same(stored.get(entry.getKey()), entry.getValue()));
    }

    /** Storage may have made 3.0 of 3. */
    private static boolean same(@Nullable Object stored, Object proposed) {
        return stored instanceof Number a && proposed instanceof Number b
                ? a.doubleValue() == b.doubleValue()
                : proposed.equals(stored);
    }
}
