package studio.server.pipeline;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.engine.backtest.BacktestResult;
import studio.engine.search.Trial;
import studio.engine.trust.PermutationResult;
import studio.engine.trust.PermutationTest;
import studio.engine.trust.TrustCase;
import studio.engine.trust.TrustJudge;
import studio.model.job.TrainingSpec;
import studio.model.result.TrustReport;
import studio.model.result.TrustVerdict;

/**
 * The trust report of a job: permuted bars at the end of validation, all else while the configuration is saved. Nothing of
 * it is stored on the way: the same job gives the same report again, so a later worker repeats it.
 */
final class TrustAssessment {
    private final TrainingStores stores;

    TrustAssessment(TrainingStores stores) {
        this.stores = stores;
    }

    /**
     * Tries the strategy on shuffled bars.
     *
     * @param progress is told 0..1 as it goes on, from any thread
     */
    PermutationResult permute(TrainingRun run, TrainingData data, DoubleConsumer progress) {
        TrainingSpec spec = run.spec();
        // Each point on each order of the bars asks once whether to stop.
        AtomicInteger evaluated = new AtomicInteger();
        double all = PermutationTest.evaluations();
        PermutationResult result = new PermutationTest(
                        data.backtest(), data.space(), spec.objective(), spec.minTrades(), spec.seed())
                .run(
                        () -> {},
                        new WorkingToken(
                                run.control, () -> progress.accept(Math.min(1, evaluated.incrementAndGet() / all))),
                        run.workers)
                .orElseThrow(RunStopped::new);
        run.info(
                Double.isNaN(result.pValue())
                        ? "None of " + result.points() + " random points was feasible, so shuffled bars tell nothing."
                        : String.format(
                                Locale.ROOT,
                                "%d of %d shuffles of the bars did at least as well as the real ones (p = %.2f).",
                                result.atLeast(),
                                result.permutations(),
                                result.pValue()));
        return result;
    }

    /**
     * Leaves the step when the run was told to stop.
     *
     * @param progress is told 0..1 as it goes on, from any thread
     */
    TrustReport judge(
            TrainingRun run,
            Findings findings,
            Trial best,
            BacktestResult result,
            @Nullable Double stability,
            DoubleConsumer progress) {
        // The count must not miss the last trials of this job.
        run.storeAll();
        long trialsEver = run.read(() -> stores.trials().everRun(run.job.jobId()));
        TrainingData data = findings.data();
        AtomicInteger asked = new AtomicInteger();
        double all = TrustJudge.QUESTIONS;
        TrustReport report = TrustJudge.judge(
                        new TrustCase(
                                data.backtest(),
                                data.space(),
                                best,
                                result,
                                findings.sample(),
                                trialsEver,
                                stability,
                                findings.walkForward(),
                                findings.permutations(),
                                run.spec().seed()),
                        new WorkingToken(
                                run.control, () -> progress.accept(Math.min(1, asked.incrementAndGet() / all))),
                        run.workers)
                .orElseThrow(RunStopped::new);
        String sentence =
                "Verdict " + report.verdict() + ": " + report.reasons().get(0);
        if (report.verdict() == TrustVerdict.ROBUST) {
            run.info(sentence);
        } else {
            run.warn(sentence);
        }
        return report;
    }
}
