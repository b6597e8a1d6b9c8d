package studio.engine.walkforward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import studio.engine.backtest.BacktestEvaluator;
import studio.engine.search.Evaluation;
import studio.engine.search.Optimizer;
import studio.engine.search.Optimizers;
import studio.engine.search.Search;
import studio.engine.search.SearchListener;
import studio.engine.search.SearchPlan;
import studio.engine.search.SearchResult;
import studio.engine.search.Trial;
import studio.model.job.OptimizerKind;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowPlan;
import studio.model.result.WindowResult;

/**
 * Walk-forward validation: on each window the optimizer runs anew on the train part alone, and its best is scored once
 * on the unseen test part. Windows run one after the other, the trials of each on all workers; the result does not
 * depend on how many there are.
 */
public final class WalkForward {
    private final WalkForwardTask task;
    private final ExecutorService workers;

    private WalkForward(WalkForwardTask task, ExecutorService workers) {
        this.task = task;
        this.workers = workers;
    }

    /**
     * Runs all windows that are not finished yet.
     *
     * @param workers runs the trials; stays the caller's
     * @return empty when cancelled; windows that ended before were told to the listener
     */
    public static Optional<WalkForwardReport> run(WalkForwardTask task, ExecutorService workers) {
        return new WalkForward(task, workers).run();
    }

    private Optional<WalkForwardReport> run() {
        Map<Integer, WindowResult> finished = new HashMap<>();
        task.finished().forEach(result -> finished.put(result.plan().number(), result));
        List<WindowResult> results = new ArrayList<>();
        for (WindowPlan window : task.plan().windows()) {
            if (task.cancel().isCancelled()) {
                return Optional.empty();
            }
            WindowResult result = finished.get(window.number());
            if (result == null) {
                result = run(window);
                if (result == null) {
                    return Optional.empty();
                }
                task.listener().onWindow(result);
            }
            results.add(result);
        }
        return Optional.of(WalkForwardSummary.of(task, results));
    }

    /** Null when cancelled. */
    private @Nullable WindowResult run(WindowPlan window) {
        WindowBars bars = WindowBars.of(task.candles(), window);
        task.listener().onWindowStarted(window, task.plan().windows().size(), task.trialsPerWindow());
        if (!bars.hasTrain() || !bars.hasTest()) {
            return untested(window, 0, "no candles in the " + (bars.hasTrain() ? "test" : "train") + " part");
        }
        SearchResult search = Search.run(
                new SearchPlan(
                        optimizer(window),
                        task.trialsPerWindow(),
                        evaluator(bars.trainFrom(), bars.trainTo()),
                        Map.of(),
                        new WindowListener(task.listener(), window),
                        task.cancel()),
                workers);
        if (search.cancelled()) {
            return null;
        }
        int trials = search.trials().size();
        return search.best()
                .map(best -> tested(window, bars, trials, best))
                .orElseGet(() -> untested(window, trials, whyNone(search.trials())));
    }

    /** Tells of one window's search. */
    private record WindowListener(WalkForwardListener listener, WindowPlan window) implements SearchListener {
        @Override
        public void onTrial(Trial trial) {
            listener.onTrial(window, trial);
        }

        @Override
        public void onProposal(int batchSize, long durationNanos) {
            listener.onProposal(window, batchSize, durationNanos);
        }
    }

    private WindowResult tested(WindowPlan window, WindowBars bars, int trials, Trial best) {
        Evaluation test = evaluator(bars.testFrom(), bars.testTo()).evaluate(best.parameters());
        return new WindowResult(
                window,
                trials,
                best.parameters().values(),
                best.evaluation().score(),
                Double.isNaN(test.score()) ? null : (Double) test.score(),
                best.evaluation().metrics(),
                test.metrics(),
                test.state(),
                test.reason());
    }

    private static WindowResult untested(WindowPlan window, int trials, String reason) {
        return new WindowResult(window, trials, null, null, null, null, null, null, reason);
    }

    private BacktestEvaluator evaluator(int fromBar, int toBar) {
        return new BacktestEvaluator(task.backtest(), task.objective(), task.minTrades(), fromBar, toBar);
    }

    private Optimizer optimizer(WindowPlan window) {
        long seed = Optimizers.derivedSeed(task.seed(), window.number());
        boolean sampled = task.optimizer() == OptimizerKind.GRID
                && Optimizers.plannedTrials(OptimizerKind.GRID, task.space(), 1) > task.trialsPerWindow();
        return sampled
                ? Optimizers.sampledGrid(task.space(), seed)
                : Optimizers.create(task.optimizer(), task.space(), seed, task.trialsPerWindow(), task.cancel());
    }

    /** Names the commonest reason, of equals the first. */
    private static String whyNone(List<Trial> trials) {
        Map<String, Integer> counts = new HashMap<>();
        String commonest = "";
        int most = 0;
        for (Trial trial : trials) {
            String reason = String.valueOf(trial.evaluation().reason());
            int count = counts.merge(reason, 1, Integer::sum);
            if (count > most) {
                most = count;
                commonest = reason;
            }
        }
        return "none of " + trials.size() + " trials on the train part was feasible; " + most + " of them: "
                + commonest;
    }
}
