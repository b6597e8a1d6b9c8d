package studio.server.pipeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.engine.backtest.BacktestEvaluator;
import studio.engine.search.Optimizer;
import studio.engine.search.Optimizers;
import studio.engine.search.Search;
import studio.engine.search.SearchListener;
import studio.engine.search.SearchPlan;
import studio.engine.search.SearchResult;
import studio.engine.search.Trial;
import studio.engine.search.TrialEvaluator;
import studio.engine.trust.LuckLine;
import studio.engine.trust.TrialSample;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.TrainingSpec;
import studio.model.job.TrialState;
import studio.model.progress.StepKey;
import studio.server.progress.ProgressUpdate;

/** Step 2: the search. Trials that an earlier worker has stored are told to the optimizer instead of run again. */
final class Optimization {
    private static final int REASONS_TOLD = 3;
    /** A proposed trial counts as much as this part of an ended one. */
    private static final double PROPOSED = 0.5;
    /** What a resumed search repeats moves the bar from there on, by less than the trial that comes next. */
    private static final double REPEATED = 0.45;

    private final TrainingStores stores;
    private final ExecutorService workers;

    Optimization(TrainingStores stores, ExecutorService workers) {
        this.stores = stores;
        this.workers = workers;
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
        Telling telling = new Telling(run, findings.tally, data.plannedTrials(), known.size());
        telling.tell(findings.tally.now());
        TrialEvaluator evaluator = new BacktestEvaluator(
                data.backtest(),
                spec.objective(),
                spec.minTrades(),
                0,
                data.candles().size());
        Optimizer optimizer =
                Optimizers.create(spec.optimizer(), data.space(), spec.seed(), spec.iterations(), run.control);
        SearchResult result = Search.run(
                new SearchPlan(
                        optimizer,
                        data.plannedTrials(),
                        evaluator,
                        known,
                        telling,
                        () -> run.control.isCancelled() || telling.tooManyFailed()),
                workers);
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
        if (result.trials().size() > TrialThinning.LARGEST_LOG) {
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

    /** Tells tracker, log and forecast of every trial as it ends. */
    private static final class Telling implements SearchListener {
        private final TrainingRun run;
        private final SearchTally tally;
        private final int planned;
        private final int known;
        private final long began = System.nanoTime();
        private final AtomicLong modelNanos = new AtomicLong();
        private volatile boolean tooManyFailed;
        private volatile double underWay;
        private int proposed;

        Telling(TrainingRun run, SearchTally tally, int planned, int known) {
            this.run = run;
            this.tally = tally;
            this.planned = planned;
            this.known = known;
        }

        @Override
        public void onTrial(Trial trial) {
            run.trial(trial);
            tell(tally.add(trial));
        }

        /** The model's work moves the bar too, by less than a trial, so that it never stands while there is work. */
        @Override
        public void onProposal(int batchSize, long durationNanos) {
            run.eta.modelSeconds(modelNanos.addAndGet(durationNanos) / 1e9);
            // Between two batches and never within a repeated one, so that neither threads nor takeovers decide when a
            // hopeless job ends.
            SearchTally.Count count = tally.now();
            tooManyFailed = count.ended() == proposed && FailureShare.isTooLarge(count.failed(), count.ended());
            proposed += batchSize;
            underWay = proposed <= known ? PROPOSED + REPEATED * proposed / known : PROPOSED;
            tell(tally.now());
        }

        boolean tooManyFailed() {
            return tooManyFailed;
        }

        void tell(SearchTally.Count count) {
            double share = Math.min(100, 100.0 * (count.ended() + underWay) / planned);
            Trial best = count.bestOrNull();
            run.tracker.update(new ProgressUpdate(
                    1L + count.ended(),
                    share,
                    message(run.spec().optimizer(), share),
                    count.ended(),
                    planned,
                    best == null ? null : (Double) best.evaluation().score(),
                    count.lastScore(),
                    best == null ? null : best.parameters().values(),
                    count.infeasible(),
                    count.failed(),
                    rate(count.ended())));
        }

        /** The optimizer may have had fewer points to propose than planned. */
        void finished(int ended) {
            ProgressUpdate last = run.tracker.figures();
            run.tracker.update(
                    last.at(2L + planned + ended, 100, message(run.spec().optimizer(), 100)));
        }

        private @Nullable Double rate(int ended) {
            double seconds = (System.nanoTime() - began) / 1e9;
            return ended <= known || seconds <= 0 ? null : (Double) ((ended - known) / seconds);
        }

        private static String message(OptimizerKind optimizer, double share) {
            return "Optimizing with " + optimizer.title() + " algorithm... " + (int) share + "%";
        }
    }
}
