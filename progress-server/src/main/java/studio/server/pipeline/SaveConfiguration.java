package studio.server.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.backtest.BacktestEvaluator;
import studio.engine.backtest.BacktestResult;
import studio.engine.search.Trial;
import studio.engine.walkforward.Stability;
import studio.model.job.JobStatus;
import studio.model.job.TrainingSpec;
import studio.model.progress.StepKey;
import studio.model.result.Configuration;
import studio.model.result.DataReport;
import studio.model.result.JobResults;
import studio.model.result.LifecycleStage;
import studio.model.result.TradeView;
import studio.model.result.TrustReport;
import studio.server.job.JobEnding;

/**
 * Step 4: the best trial in full, its stage and confidence; all of it is committed with the job's completion. A job that
 * ends otherwise keeps its best trial so far.
 */
final class SaveConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SaveConfiguration.class);
    private static final int MAX_EQUITY_POINTS = 2_000;
    private static final int MAX_TRADES = 10_000;
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int ID_SUFFIX = 6;

    // Where parts of the step begin, in percent of it.
    private static final double NEIGHBOURS = 20;
    private static final double JUDGING = 45;
    private static final double SAVING = 80;

    private final TrustAssessment trust;
    private final InstantSource clock;

    SaveConfiguration(TrustAssessment trust, InstantSource clock) {
        this.trust = trust;
        this.clock = clock;
    }

    void run(TrainingRun run, Findings findings) {
        run.start(StepKey.SAVE_CONFIG, Map.of());
        TrainingData data = findings.data();
        Trial best = findings.best().orElseThrow();
        BacktestResult result = backtest(data, best);
        Double stability = stability(run, data, best);
        run.checkGoingOn();
        String judging = "Judging whether the result may be believed...";
        run.tracker.update(JUDGING, judging);
        TrustReport report = trust.judge(
                run,
                findings,
                best,
                result,
                stability,
                share -> run.tracker.update(JUDGING + (SAVING - JUDGING) * share, judging));
        LifecycleStage stage = Lifecycle.stage(result.metrics(), findings.walkForward(), report.verdict());
        Double confidence = Lifecycle.confidence(result.metrics(), stability, report.verdict());
        Configuration configuration = configuration(run, findings, result, report, stage, confidence);
        run.info("Configuration " + configuration.configId() + " is saved at stage " + stage + ".");
        tellCutTrades(run, result);
        run.tracker.update(SAVING, "Saving configuration " + configuration.configId() + "...");
        run.storeAll();
        TrainingSpec spec = run.spec();
        JobResults results = new JobResults(
                run.job.jobId(),
                JobStatus.COMPLETED,
                false,
                spec.objective(),
                data.report(),
                best.parameters().values(),
                best.evaluation().score(),
                best.number(),
                result.metrics(),
                stability,
                result.thinnedEquity(MAX_EQUITY_POINTS),
                firstTrades(result),
                findings.walkForward(),
                report.verdict().name(),
                report,
                configuration.configId(),
                stage,
                confidence);
        run.ending.prepare(new JobEnding(results, configuration, null));
        run.tracker.complete();
    }

    private static BacktestResult backtest(TrainingData data, Trial best) {
        return data.backtest().run(best.parameters(), 0, data.candles().size());
    }

    private static @Nullable Double stability(TrainingRun run, TrainingData data, Trial best) {
        TrainingSpec spec = run.spec();
        BacktestEvaluator evaluator = new BacktestEvaluator(
                data.backtest(),
                spec.objective(),
                spec.minTrades(),
                0,
                data.candles().size());
        String measuring = "Measuring the stability of the best parameters...";
        run.tracker.update(NEIGHBOURS, measuring);
        double neighbours =
                Math.max(1, data.space().neighbours(best.parameters()).size());
        AtomicInteger done = new AtomicInteger();
        OptionalDouble stability =
                Stability.of(data.space(), best.parameters(), best.evaluation().score(), point -> {
                    run.checkGoingOn();
                    run.tracker.update(
                            NEIGHBOURS + (JUDGING - NEIGHBOURS) * done.getAndIncrement() / neighbours, measuring);
                    return evaluator.evaluate(point);
                });
        return stability.isPresent() ? (Double) stability.getAsDouble() : null;
    }

    private Configuration configuration(
            TrainingRun run,
            Findings findings,
            BacktestResult result,
            TrustReport report,
            LifecycleStage stage,
            @Nullable Double confidence) {
        TrainingSpec spec = findings.data().spec();
        Trial best = findings.best().orElseThrow();
        Instant now = clock.instant();
        String suffix = run.job.jobId().substring(Math.max(0, run.job.jobId().length() - ID_SUFFIX));
        return new Configuration(
                spec.strategy() + "_V" + versionInId(spec) + "_" + ID_TIME.format(now) + "_" + suffix,
                run.job.jobId(),
                spec.strategy(),
                spec.strategyVersion(),
                spec.symbol(),
                spec.exchange(),
                spec.timeframe(),
                best.parameters().values(),
                spec.objective(),
                best.evaluation().score(),
                result.metrics(),
                findings.walkForward(),
                report,
                stage,
                confidence,
                spec,
                now);
    }

    /**
     * Prepares what a job leaves that ends before its time: the best trial so far, with its equity where the candles are
     * at hand.
     *
     * @param error of a failed job; null when it was cancelled
     */
    void keepPartial(TrainingRun run, Findings findings, @Nullable String error) {
        Trial best = findings.best().orElse(null);
        BacktestResult result = best == null ? null : partialBacktest(findings, best);
        DataReport report = findings.collected().map(TrainingData::report).orElse(null);
        JobResults results = new JobResults(
                run.job.jobId(),
                error == null ? JobStatus.CANCELLED : JobStatus.FAILED,
                true,
                run.spec().objective(),
                report,
                best == null ? null : best.parameters().values(),
                best == null ? null : (Double) best.evaluation().score(),
                best == null ? null : (Integer) best.number(),
                best == null ? null : best.evaluation().metrics(),
                null,
                result == null ? List.of() : result.thinnedEquity(MAX_EQUITY_POINTS),
                result == null ? List.of() : firstTrades(result),
                findings.walkForward(),
                null,
                null,
                null,
                null,
                null);
        run.ending.prepare(new JobEnding(results, null, error));
    }

    private static @Nullable BacktestResult partialBacktest(Findings findings, Trial best) {
        try {
            return findings.collected().map(data -> backtest(data, best)).orElse(null);
        } catch (RuntimeException e) {
            // The ending matters more than its picture.
            LOG.warn("job {}: no equity for its best trial so far", findings.job.jobId(), e);
            return null;
        }
    }

    private static List<TradeView> firstTrades(BacktestResult result) {
        return List.copyOf(
                result.trades().subList(0, Math.min(MAX_TRADES, result.trades().size())));
    }

    private static void tellCutTrades(TrainingRun run, BacktestResult result) {
        if (result.trades().size() > MAX_TRADES) {
            run.warn(String.format(
                    Locale.ROOT,
                    "The best trial has %,d trades; the first %,d are kept, the metrics count all.",
                    result.trades().size(),
                    MAX_TRADES));
        }
    }

    /** The text's version; 3, as configurations have always been named, for strategies without versions. */
    private static int versionInId(TrainingSpec spec) {
        Integer version = spec.strategyVersion();
        return version == null ? 3 : version;
    }
}
