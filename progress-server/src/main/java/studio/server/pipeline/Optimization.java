package studio.server.pipeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.engine.backtest.BacktestEvaluator;
import studio.engine.search.CancellationToken;
import studio.engine.search.Optimizer;
import studio.engine.search.Optimizers;
import studio.engine.search.Search;
import studio.engine.search.SearchPlan;
import studio.engine.search.SearchResult;
import studio.engine.search.Trial;
import studio.engine.search.TrialEvaluator;
import studio.engine.trust.LuckLine;
import studio.engine.trust.TrialSample;
import studio.model.job.Objective;
import studio.model.job.TrainingSpec;
import studio.model.job.TrialPage;
import studio.model.job.TrialState;
import studio.model.progress.StepKey;

/** Step 2: the search. Trials that an earlier worker has stored are told to the optimizer instead of run again. */
final class Optimization {
    private static final int REASONS_TOLD = 3;

    private final TrainingStores stores;

    Optimization(TrainingStores stores) {
        this.stores = stores;
    }

    void run(TrainingRun run, Findings findings) {
        TrainingSpec spec = run.spec();
        TrainingData data = findings.data();
        Map<String, Object> details = details(spec, data.plannedTrials());
        if (spec.objective() == Objective.SHARPE_RATIO) {
            details.put("luck_scores", luck(run, data));
        }
        run.start(StepKey.OPTIMIZATION, details);
        Map<Integer, Trial> known = known(run);
        known.values().forEach(findings.tally::add);
        SearchTelling telling = new SearchTelling(run, findings.tally, data.plannedTrials(), known.size());
        telling.tell(findings.tally.now());
        SearchResult result =
                known.size() >= data.plannedTrials() ? whole(known, findings) : search(run, data, known, telling);
        if (telling.tooManyFailed() && !run.control.isCancelled()) {
            throw new TrainingFailure(FailureShare.sentence(result.trials()));
        }
        if (result.cancelled()) {
            throw new RunStopped();
        }
        if (result.best().isEmpty()) {
            throw new TrainingFailure(nothingFeasible(result.trials(), spec));
        }
        telling.finished(result.trials().size());
        findings.sample(TrialSample.of(result.trials()));
        summary(run, result);
    }

    private SearchResult search(TrainingRun run, TrainingData data, Map<Integer, Trial> known, SearchTelling telling) {
        TrainingSpec spec = run.spec();
        TrialEvaluator evaluator = new BacktestEvaluator(
                data.backtest(),
                spec.objective(),
                spec.minTrades(),
                0,
                data.candles().size());
        CancellationToken token = telling.token();
        Optimizer optimizer = Optimizers.create(spec.optimizer(), data.space(), spec.seed(), spec.iterations(), token);
        return Search.run(
                new SearchPlan(
                        optimizer,
                        data.plannedTrials(),
                        evaluator,
                        known,
                        telling,
                        () -> token.isCancelled() || telling.tooManyFailed()),
                run.workers);
    }

    /** An earlier worker had run all of it: there is nothing to propose, so no optimizer is asked. */
    private static SearchResult whole(Map<Integer, Trial> known, Findings findings) {
        List<Trial> trials = known.values().stream()
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
        return new SearchResult(trials, findings.tally.now().best(), false);
    }

    private static Map<String, Object> details(TrainingSpec spec, int trials) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("optimizer", spec.optimizer().wireName());
        details.put("n_calls", trials);
        details.put("objective", spec.objective().wireName());
        details.put("seed", spec.seed());
        return details;
    }

    /** Pairs of trial number and the score that luck alone would have reached by then; a chart joins them. */
    private List<List<Number>> luck(TrainingRun run, TrainingData data) {
        long before = run.read(() -> stores.trials().everRunByOthers(run.job.jobId()));
        return LuckLine.of(data.candles(), data.backtest().periods(), before, data.plannedTrials()).stream()
                .map(point -> List.<Number>of(point.trials(), point.score()))
                .toList();
    }

    private Map<Integer, Trial> known(TrainingRun run) {
        if (run.job.attempt() == 1) {
            return Map.of();
        }
        Map<Integer, Trial> known = run.read(() -> stores.trials().known(run.job.jobId()));
        if (!known.isEmpty()) {
            run.info(known.size() + " trials were stored by an earlier worker; they are not run again.");
        }
        return known;
    }

    private static void summary(TrainingRun run, SearchResult result) {
        long infeasible = count(result.trials(), TrialState.INFEASIBLE);
        long failed = count(result.trials(), TrialState.FAILED);
        run.info(String.format(
                Locale.ROOT,
                "%,d trials: best score %.4f in trial %d; %,d infeasible, %,d failed.",
                result.trials().size(),
                result.best().orElseThrow().evaluation().score(),
                result.best().orElseThrow().number(),
                infeasible,
                failed));
        if (result.trials().size() > TrialPage.LARGEST_LOG) {
            run.warn(TrialThinning.notice(result.trials().size()));
        }
    }

    private static long count(List<Trial> trials, TrialState state) {
        return trials.stream().filter(t -> t.evaluation().state() == state).count();
    }

    /** Names the causes with their counts: "no valid configuration" alone helps nobody. */
    static String nothingFeasible(List<Trial> trials, TrainingSpec spec) {
        Map<String, Long> reasons = trials.stream()
                .map(trial -> kind(trial.evaluation().reason()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        String told = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_TOLD)
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining("; "));
        boolean allFailed = count(trials, TrialState.FAILED) == trials.size();
        return "None of the " + trials.size() + " trials gave a valid result: " + told + ". "
                + (allFailed
                        ? "Every trial broke with an error: check the parameter ranges against the strategy's."
                        : "Lower min_trades (now " + spec.minTrades()
                                + "), ask for a longer lookback, or widen the parameter ranges.");
    }

    /** A reason without its numbers, so that like ones are counted together. */
    private static String kind(@Nullable String reason) {
        return reason == null ? "no reason given" : reason.replaceFirst("^\\d+ trades?, ", "too few trades, ");
    }
}
