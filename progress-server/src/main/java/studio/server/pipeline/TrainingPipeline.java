package studio.server.pipeline;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.strategy.StrategySource;
import studio.model.job.EventLevel;
import studio.server.job.sql.ClaimedJob;
import studio.server.progress.DurationForecast;
import studio.server.progress.ProgressState;
import studio.server.progress.StoreUnavailableException;
import studio.server.progress.sql.Outages;

/**
 * Takes a job through its four steps. Each step goes on where an earlier worker has left it. Thread-safe: many jobs may
 * run at once on threads of the caller, sharing the threads that evaluate trials.
 */
public final class TrainingPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingPipeline.class);

    /**
     * So many servers may go down with one job that gets no further. Not less: where servers die for reasons of their own, a
     * job at its trust report, which stores nothing until it is done, is struck several times in a row by chance alone.
     */
    static final int MOST_FRUITLESS_ATTEMPTS = 12;

    private final TrainingStores stores;
    private final DataCollection dataCollection;
    private final Optimization optimization;
    private final Validation validation;
    private final SaveConfiguration saving;
    private final DurationForecast history;
    private final InstantSource clock;
    private final FairWorkers workers;
    private final ScheduledExecutorService writer;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * @param workers evaluate trials; stay the caller's
     * @param writer stores progress, trials and events; stays the caller's
     */
    public TrainingPipeline(
            TrainingStores stores,
            CandleSource candles,
            StrategySource strategies,
            DurationForecast history,
            InstantSource clock,
            ExecutorService workers,
            ScheduledExecutorService writer) {
        this.stores = stores;
        this.history = history;
        this.clock = clock;
        this.writer = writer;
        this.workers = new FairWorkers(workers);
        dataCollection = new DataCollection(stores, candles, strategies);
        optimization = new Optimization(stores);
        TrustAssessment trust = new TrustAssessment(stores);
        validation = new Validation(stores, trust);
        saving = new SaveConfiguration(trust, clock);
    }

    /** Runs the job until it ends, is handed back or is lost; returns within a second of being told to stop. */
    public RunOutcome run(ClaimedJob job, RunControl control) {
        running.incrementAndGet();
        try {
            return runSteps(job, control);
        } finally {
            running.decrementAndGet();
        }
    }

    private RunOutcome runSteps(ClaimedJob job, RunControl control) {
        Optional<ProgressState> from;
        try {
            from = Outages.translate(() -> stores.progress().resume(job.jobId(), job.attempt(), job.startedAt()));
        } catch (StoreUnavailableException e) {
            LOG.warn("job {} goes back to the queue: its progress cannot be read", job.jobId(), e);
            return RunOutcome.HANDED_BACK;
        }
        if (from.isEmpty()) {
            return RunOutcome.LOST;
        }
        RunThreads threads = new RunThreads(workers.line(), writer);
        try (TrainingRun run = new TrainingRun(
                job, from.get(), control, stores, history.begin(() -> running.get() - 1), clock, threads)) {
            Findings findings = new Findings(job);
            try {
                steps(run, findings);
            } catch (RunStopped e) {
                if (!control.isLeaving()) {
                    cancel(run, findings);
                }
            } catch (TrainingFailure e) {
                fail(run, findings, String.valueOf(e.getMessage()));
            } catch (StoreUnavailableException e) {
                LOG.warn("job {} waits for the database", job.jobId(), e);
                control.handBack();
            } catch (RuntimeException e) {
                LOG.error("job {} failed", job.jobId(), e);
                fail(run, findings, InternalError.sentence(run, e));
            }
            return outcome(run);
        } catch (RunStopped | StoreUnavailableException e) {
            // The server stops, or the job was lost, while its ending waited for the database.
            return control.isLost() ? RunOutcome.LOST : RunOutcome.HANDED_BACK;
        }
    }

    private static RunOutcome outcome(TrainingRun run) {
        if (run.control.isLost() || run.tracker.isLost()) {
            return RunOutcome.LOST;
        }
        return run.control.isLeaving() && !run.tracker.isEnded() ? RunOutcome.HANDED_BACK : RunOutcome.ENDED;
    }

    private void steps(TrainingRun run, Findings findings) {
        if (run.job.attempt() > 1) {
            run.warn("An earlier worker left this job; attempt " + run.job.attempt()
                    + " goes on from the last stored trial.");
        }
        run.checkGoingOn();
        if (run.job.fruitlessAttempts() >= MOST_FRUITLESS_ATTEMPTS) {
            throw new TrainingFailure("The workers of this job died " + run.job.fruitlessAttempts()
                    + " times in a row without finishing another trial, so it is not tried again. It may need more memory"
                    + " than a server has: ask for a shorter lookback, or give the servers more. The results so far are"
                    + " kept.");
        }
        dataCollection.run(run, findings);
        optimization.run(run, findings);
        validation.run(run, findings);
        saving.run(run, findings);
        TrialThinning.afterEnd(stores.trials(), run.job.jobId(), findings.ended());
    }

    private void cancel(TrainingRun run, Findings findings) {
        run.info("Cancelled; the results so far are kept.");
        saving.keepPartial(run, findings, null);
        run.storeAll();
        run.tracker.cancel();
        TrialThinning.afterEnd(stores.trials(), run.job.jobId(), findings.ended());
    }

    private void fail(TrainingRun run, Findings findings, String sentence) {
        run.event(EventLevel.ERROR, sentence);
        saving.keepPartial(run, findings, sentence);
        run.storeAll();
        run.tracker.error(sentence);
        TrialThinning.afterEnd(stores.trials(), run.job.jobId(), findings.ended());
    }
}
