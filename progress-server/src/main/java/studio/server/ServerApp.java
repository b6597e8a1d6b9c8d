package studio.server;

import io.javalin.Javalin;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.system.VersionInfo;
import studio.server.configuration.ConfigurationService;
import studio.server.configuration.sql.ConfigurationRepository;
import studio.server.configuration.web.ConfigurationRoutes;
import studio.server.embedded.EmbeddedPostgresException;
import studio.server.job.JobHistory;
import studio.server.job.JobService;
import studio.server.job.JobWatch;
import studio.server.job.sql.CensusRepository;
import studio.server.job.sql.EventRepository;
import studio.server.job.sql.JobRepository;
import studio.server.job.sql.JobRuns;
import studio.server.job.sql.ResultRepository;
import studio.server.job.sql.TrialRepository;
import studio.server.job.web.HistoryRoutes;
import studio.server.job.web.JobRoutes;
import studio.server.marketdata.MarketDataService;
import studio.server.pipeline.HeldSeries;
import studio.server.pipeline.TrainingPipeline;
import studio.server.pipeline.TrainingStores;
import studio.server.plugin.Plugins;
import studio.server.progress.DurationForecast;
import studio.server.progress.PendingForecasts;
import studio.server.progress.ProgressService;
import studio.server.progress.sql.CostRepository;
import studio.server.progress.sql.ForecastRepository;
import studio.server.progress.sql.Outages;
import studio.server.progress.sql.ProgressRepository;
import studio.server.progress.sql.QueueRepository;
import studio.server.progress.web.ForecastRoutes;
import studio.server.progress.web.ProgressRoutes;
import studio.server.queue.BackfillQueue;
import studio.server.queue.JobQueue;
import studio.server.queue.QueueSettings;
import studio.server.queue.TrainingExecutions;
import studio.server.security.TokenService;
import studio.server.security.sql.TokenRepository;
import studio.server.security.web.Guard;
import studio.server.shared.sql.Database;
import studio.server.shared.sql.DatabaseClock;
import studio.server.shared.sql.DatabaseException;
import studio.server.shared.sql.DatabaseHealth;
import studio.server.shared.sql.DatabaseSettings;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BodyReader;
import studio.server.shared.web.Idempotency;
import studio.server.shared.web.Problems;
import studio.server.shared.web.Routes;
import studio.server.shared.web.sql.IdempotencyRepository;
import studio.server.start.PreflightService;
import studio.server.start.TrainingChecks;
import studio.server.start.WaitingPlans;
import studio.server.start.web.StartRoutes;
import studio.server.strategy.Strategies;
import studio.server.strategy.StrategyChecks;
import studio.server.strategy.WrittenStrategies;
import studio.server.strategy.sql.StrategyRepository;
import studio.server.strategy.sql.StrategyWriter;
import studio.server.strategy.web.LanguageRoutes;
import studio.server.strategy.web.StrategyRoutes;
import studio.server.system.IdleWatch;
import studio.server.system.ServerMetrics;
import studio.server.system.web.MetricsRoutes;
import studio.server.system.web.OpenApiRoutes;
import studio.server.system.web.SystemRoutes;

/**
 * The server, put together by hand: read {@link #start} from top to bottom and you know its parts. What was opened is
 * closed in the opposite order. Thread-safe.
 */
public final class ServerApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerApp.class);
    private static final int IDLE_LOOK_SECONDS = 2;
    private static final int COMPARE_CLOCKS_SECONDS = 60;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final URI url;
    private Set<String> routes = Set.of();

    /**
     * Starts everything and returns once requests are answered.
     *
     * @throws ServerStartException with a sentence for the person who starts it; nothing is left running then
     */
    public static ServerApp start(ServerOptions options) {
        return new ServerApp(options);
    }

    private ServerApp(ServerOptions options) {
        try {
            url = build(options);
        } catch (RuntimeException e) {
            close();
            if (e instanceof EmbeddedPostgresException || e instanceof DatabaseException) {
                throw new ServerStartException(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private URI build(ServerOptions options) {
        DataFolder folder = new DataFolder(options.dataDir());
        boolean embedded = options.databaseUrl() == null;
        if (embedded) {
            open(folder.lock());
        }
        Database database = open(Database.open(
                embedded ? open(EmbeddedDatabase.start(options.dataDir())).settings() : databaseSettings(options)));
        DatabaseClock clock = new DatabaseClock(database.dataSource(), InstantSource.system());
        clock.compare();

        ServerMetrics metrics = open(new ServerMetrics());
        database.measure(metrics.registry());
        SecureRandom random = new SecureRandom();
        TokenService tokens = new TokenService(new TokenRepository(database.jdbi()), clock, random);
        ListenRules listen = new ListenRules(options);
        listen.requireTokens(tokens);

        // Jobs, progress and what they leave behind
        JobRepository jobRows = new JobRepository(database.jdbi(), new TrainingExecutions());
        TrialRepository trials = new TrialRepository(database.jdbi(), metrics::trialsStored);
        EventRepository events = new EventRepository(database.jdbi());
        ResultRepository results = new ResultRepository(database.jdbi(), trials);
        ProgressRepository progressRows = new ProgressRepository(database.jdbi(), metrics::progressStored);
        JobRuns runs = new JobRuns(database.jdbi());
        JobService jobs = new JobService(jobRows, clock, random);
        JobHistory history = new JobHistory(trials, events, results);
        ConfigurationService configurations = new ConfigurationService(new ConfigurationRepository(database.jdbi()));
        ForecastRepository forecasts = new ForecastRepository(database.jdbi());
        DurationForecast forecast =
                new DurationForecast(new CostRepository(database.jdbi()), forecasts, options.threads());

        // Candles
        MarketDataParts candles = open(new MarketDataParts(database.jdbi(), clock, random));
        candles.prepare(embedded);
        MarketDataService marketData = candles.service();

        // The queue and the pipeline behind it
        StrategyRepository texts = new StrategyRepository(database.jdbi());
        Strategies strategies = new Strategies(catalogue(options), texts);
        WrittenStrategies written =
                new WrittenStrategies(strategies, texts, new StrategyWriter(database.jdbi()), clock, random);
        ExecutorService workers = ServerThreads.pool("trial", options.threads());
        ScheduledExecutorService writer = ServerThreads.timer("writer", 2);
        open(() -> ServerThreads.stop(writer));
        open(() -> ServerThreads.stop(workers));
        writer.scheduleWithFixedDelay(clock::compare, COMPARE_CLOCKS_SECONDS, COMPARE_CLOCKS_SECONDS, TimeUnit.SECONDS);
        TrainingPipeline pipeline = new TrainingPipeline(
                new TrainingStores(runs, trials, events, results, progressRows),
                new HeldSeries(marketData),
                strategies,
                forecast,
                clock,
                workers,
                writer);
        ProgressService progress = new ProgressService(
                progressRows,
                new PendingForecasts(
                        new QueueRepository(database.jdbi()),
                        new WaitingPlans(strategies, marketData, clock),
                        forecast,
                        options.parallelJobs(),
                        clock),
                clock);
        JobQueue queue = open(new JobQueue(places(options), database.dataSource(), runs, pipeline, clock, writer));
        jobs.addListener(queue);
        JobWatch watch = new JobWatch(new CensusRepository(database.jdbi()), clock);
        metrics.watchJobs(watch::count, watch::queueAgeSeconds, queue::running);
        BackfillQueue backfills = open(candles.backfills(places(options), database.dataSource()));

        // HTTP
        Answers answers = new Answers();
        BodyReader bodies = new BodyReader();
        TrainingChecks checks = new TrainingChecks(strategies, marketData);
        PreflightService preflight = new PreflightService(checks, marketData, forecast, options.threads());
        Idempotency idempotency = new Idempotency(new IdempotencyRepository(database.jdbi()), clock);
        List<Routes> routes = new ArrayList<>(List.of(
                new Problems(answers, Outages::isOutage),
                new StartRoutes(jobs, checks, preflight, idempotency, bodies, answers, random),
                new JobRoutes(jobs, bodies, answers),
                new HistoryRoutes(jobs, history, answers),
                new ProgressRoutes(progress, answers),
                new ForecastRoutes(forecasts, answers),
                new StrategyRoutes(strategies, written, idempotency, bodies, answers),
                new LanguageRoutes(new StrategyChecks(texts, marketData), bodies, answers),
                new ConfigurationRoutes(configurations, answers),
                new SystemRoutes(
                        ServerHealth.checks(new DatabaseHealth(database, clock), queue),
                        version(database, embedded),
                        answers),
                new OpenApiRoutes(answers),
                new MetricsRoutes(metrics)));
        routes.addAll(candles.routes(idempotency, answers));
        IdleWatch idle = idleWatch(options, () -> jobs.open() > 0 || candles.isWorking(), clock, writer);
        Guard guard = listen.guard(tokens);
        PollsFromMemory polls = new PollsFromMemory(
                progress::pollFromMemory,
                answers,
                guard,
                metrics,
                idle::asked,
                options.security().tls());
        Javalin http =
                new HttpFront(guard, polls, metrics, idle::asked, HttpFront.Limits.STANDARD).listen(options, routes);
        open(http::stop);
        this.routes = HttpFront.served(http);
        queue.start();
        backfills.start();
        URI address = listen.address(http.port());
        open(folder.announced(address, clock.instant()));
        LOG.info("serving {} with {} threads on {}", address, options.threads(), database.description());
        return address;
    }

    private StrategyCatalogue catalogue(ServerOptions options) {
        StrategyCatalogue builtIn = StrategyCatalogue.standard();
        Path folder = options.plugins();
        return folder == null
                ? builtIn
                : builtIn.with(open(Plugins.load(folder, builtIn)).strategies());
    }

    private static QueueSettings places(ServerOptions options) {
        boolean exclusive = options.databaseUrl() == null;
        return QueueSettings.of(ServerThreads.workerName(), options.parallelJobs(), options.takeover(), exclusive);
    }

    private static DatabaseSettings databaseSettings(ServerOptions options) {
        try {
            return DatabaseSettings.ofUrl(String.valueOf(options.databaseUrl()));
        } catch (IllegalArgumentException e) {
            throw new ServerStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static VersionInfo version(Database database, boolean embedded) {
        String built = ServerApp.class.getPackage().getImplementationVersion();
        return new VersionInfo(
                "Strategy Studio",
                built == null ? "development" : built,
                "2",
                Runtime.version().toString(),
                "PostgreSQL" + (embedded ? " (embedded)" : " at " + database.description()));
    }

    private IdleWatch idleWatch(
            ServerOptions options, BooleanSupplier working, InstantSource clock, ScheduledExecutorService timer) {
        Duration patience = options.exitWhenIdle();
        IdleWatch watch = new IdleWatch(patience == null ? Duration.ZERO : patience, working, ended::countDown, clock);
        if (patience != null) {
            timer.scheduleWithFixedDelay(watch::look, IDLE_LOOK_SECONDS, IDLE_LOOK_SECONDS, TimeUnit.SECONDS);
        }
        return watch;
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }

    /** What is served, e.g. {@code GET /api/v2/version}; a test holds the OpenAPI document to it. */
    Set<String> routes() {
        return routes;
    }

    /** Where the server is to be found. */
    public URI url() {
        return url;
    }

    /** Waits until the server is closed, or has decided to end because it is idle. */
    public void awaitExit() throws InterruptedException {
        ended.await();
    }

    /** Answers no more requests, hands running jobs back to the queue, stops an embedded database. Twice is once. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
            }
        }
        ended.countDown();
    }
}
