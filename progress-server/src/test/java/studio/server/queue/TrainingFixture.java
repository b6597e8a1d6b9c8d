package studio.server.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import studio.engine.market.Candles;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.model.job.TrialView;
import studio.model.job.ValidationRequest;
import studio.model.market.Timeframe;
import studio.server.configuration.ConfigurationService;
import studio.server.configuration.sql.ConfigurationRepository;
import studio.server.job.JobHistory;
import studio.server.job.JobService;
import studio.server.job.sql.EventRepository;
import studio.server.job.sql.JobRepository;
import studio.server.job.sql.JobRuns;
import studio.server.job.sql.ResultRepository;
import studio.server.job.sql.TrialRepository;
import studio.server.pipeline.TrainingPipeline;
import studio.server.pipeline.TrainingStores;
import studio.server.progress.DurationForecast;
import studio.server.progress.PendingForecasts;
import studio.server.progress.ProgressService;
import studio.server.progress.ScoreSource;
import studio.server.progress.sql.CostRepository;
import studio.server.progress.sql.ProgressRepository;
import studio.server.progress.sql.QueueRepository;

/** The services of one server on one database, without HTTP. */
final class TrainingFixture implements AutoCloseable {
    private static final Random IDS = new Random(7);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    final JobService jobs;
    final JobHistory history;
    final ProgressService progress;
    final ConfigurationService configurations;
    final JobQueue queue;
    final JobRuns runs;
    private final JobQueue shared;
    private final DataSource database;
    private final TrainingPipeline pipeline;
    private final InstantSource clock = InstantSource.system();
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;

    TrainingFixture(DataSource database, int threads, Candles candles, Strategy... more) {
        this.database = database;
        Jdbi jdbi = Jdbi.create(database);
        workers = Executors.newFixedThreadPool(threads);
        timer = Executors.newScheduledThreadPool(2);
        TrialRepository trials = new TrialRepository(jdbi);
        ResultRepository results = new ResultRepository(jdbi, trials);
        EventRepository events = new EventRepository(jdbi);
        ProgressRepository rows = new ProgressRepository(jdbi);
        runs = new JobRuns(jdbi);
        jobs = new JobService(new JobRepository(jdbi, new TrainingExecutions()), clock, IDS);
        history = new JobHistory(trials, events, results);
        DurationForecast durations = new DurationForecast(new CostRepository(jdbi), ScoreSource.NONE, threads);
        progress = new ProgressService(
                rows,
                new PendingForecasts(new QueueRepository(jdbi), spec -> Optional.empty(), durations, 2, clock),
                clock);
        configurations = new ConfigurationService(new ConfigurationRepository(jdbi));
        List<Strategy> strategies = new ArrayList<>(StrategyCatalogue.standard().all());
        strategies.addAll(List.of(more));
        pipeline = new TrainingPipeline(
                new TrainingStores(runs, trials, events, results, rows),
                (exchange, symbol, timeframe, days, count) -> candles,
                StrategyCatalogue.of(strategies),
                durations,
                clock,
                workers,
                timer);
        queue = new JobQueue(settings(true), database, runs, pipeline, clock, timer);
        shared = new JobQueue(settings(false), database, runs, pipeline, clock, timer);
        jobs.addListener(queue);
    }

    private static QueueSettings settings(boolean exclusive) {
        return new QueueSettings(
                exclusive ? "test" : "test-shared", 2, Duration.ofSeconds(1), Duration.ofMillis(100), exclusive);
    }

    /** Another queue on the same threads, as another server would have it. */
    JobQueue server(String worker, int parallelJobs) {
        return new JobQueue(
                new QueueSettings(worker, parallelJobs, Duration.ofSeconds(1), Duration.ofMillis(100), false),
                database,
                runs,
                pipeline,
                clock,
                timer);
    }

    /** Takes jobs as one of several servers: those of a dead one only when its heartbeat is missed. */
    void startShared() {
        shared.start();
    }

    static StartRequest request(String strategy, OptimizerKind optimizer, int iterations, boolean validation) {
        return new StartRequest(
                strategy,
                null,
                "SIM/USDT",
                "simulated",
                Timeframe.H1,
                optimizer,
                null,
                null,
                iterations,
                null,
                3,
                42L,
                null,
                validation,
                validation ? new ValidationRequest(null, 20.0, 10.0, 1.0, null) : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    JobDetail start(StartRequest request) {
        return jobs.start(request, TrainingSpec.from(request, 1), null);
    }

    JobDetail awaitEnd(String jobId) {
        until(() -> job(jobId).summary().status().isEnded(), "job " + jobId + " does not end");
        return job(jobId);
    }

    JobDetail job(String jobId) {
        return jobs.find(jobId).orElseThrow();
    }

    JobStatus status(String jobId) {
        return job(jobId).summary().status();
    }

    /** Number, parameters, state and exact score of every trial. */
    List<String> trials(String jobId) {
        return history.trials(jobId, 0, 1_000_000).trials().stream()
                .map(TrainingFixture::exactly)
                .toList();
    }

    private static String exactly(TrialView trial) {
        return trial.number() + " " + trial.params() + " " + trial.state() + " " + trial.score() + " " + trial.metrics()
                + " " + trial.reason();
    }

    static void until(BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(otherwise);
            }
            try {
                never.await(10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(otherwise, e);
            }
        }
    }

    @Override
    public void close() {
        queue.close();
        shared.close();
        workers.shutdownNow();
        timer.shutdownNow();
    }
}
