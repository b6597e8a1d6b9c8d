package studio.server;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.system.VersionInfo;
import studio.server.configuration.ConfigurationService;
import studio.server.configuration.sql.ConfigurationRepository;
import studio.server.configuration.web.ConfigurationRoutes;
import studio.server.embedded.EmbeddedPostgres;
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
import studio.server.marketdata.DataTasks;
import studio.server.marketdata.FileImports;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.Resampling;
import studio.server.marketdata.backfill.Backfiller;
import studio.server.marketdata.exchange.Exchanges;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.marketdata.sql.SeriesRemoval;
import studio.server.marketdata.web.BackfillRoutes;
import studio.server.marketdata.web.DataTaskRoutes;
import studio.server.marketdata.web.ImportRoutes;
import studio.server.marketdata.web.MarketDataRoutes;
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
import studio.server.queue.DataTaskExecutions;
import studio.server.queue.JobQueue;
import studio.server.queue.QueueSettings;
import studio.server.queue.TrainingExecutions;
import studio.server.sample.SampleData;
import studio.server.sample.sql.SampleMarks;
import studio.server.security.TokenService;
import studio.server.security.sql.TokenRepository;
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
import studio.server.strategy.web.StrategyRoutes;
import studio.server.system.HealthCheck;
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
    private static final int REVIVE_SECONDS = 2;
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
        Database database = open(Database.open(databaseSettings(options)));
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
        CandleRepository candles = new CandleRepository(database.jdbi());
        CandleWriter candleWriter = new CandleWriter(database.jdbi());
        DataTaskRepository dataTaskRows = new DataTaskRepository(database.jdbi(), new DataTaskExecutions());
        MarketDataService marketData = new MarketDataService(candles, candleWriter, clock);
        marketData.measureOutdated();
        if (embedded) {
            new SampleData(marketData, new SampleMarks(database.jdbi()), clock).loadOnce();
        }
        FileImports imports = new FileImports(candleWriter, dataTaskRows, clock);
        DataTasks dataTasks = new DataTasks(dataTaskRows, clock, random);
        dataTasks.failDeadImports(embedded);
        Resampling resampling = new Resampling(marketData, candleWriter, clock);
        Exchanges exchanges = open(new Exchanges(ServerApp::exchangeAddress, clock));

        // The queue and the pipeline behind it
        StrategyCatalogue strategies = strategies(options);
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
        JobQueue queue = open(new JobQueue(
                QueueSettings.of(ServerThreads.workerName(), options.parallelJobs(), options.takeover(), embedded),
                database.dataSource(),
                runs,
                pipeline,
                clock,
                writer));
        jobs.addListener(queue);
        JobWatch watch = new JobWatch(new CensusRepository(database.jdbi()), clock);
        metrics.watchJobs(watch::count, watch::queueAgeSeconds, queue::running);
        BackfillQueue backfills = open(new BackfillQueue(
                QueueSettings.of(ServerThreads.workerName(), options.parallelJobs(), options.takeover(), embedded),
                database.dataSource(),
                dataTaskRows,
                new Backfiller(exchanges, candles, candleWriter, dataTaskRows, clock),
                clock));
        dataTasks.addListener(backfills);

        // HTTP
        Answers answers = new Answers();
        BodyReader bodies = new BodyReader();
        TrainingChecks checks = new TrainingChecks(strategies, marketData);
        PreflightService preflight = new PreflightService(checks, marketData, forecast);
        Idempotency idempotency = new Idempotency(new IdempotencyRepository(database.jdbi()), clock);
        List<Routes> routes = List.of(
                new Problems(answers, Outages::isOutage),
                new StartRoutes(jobs, checks, preflight, idempotency, bodies, answers, random),
                new JobRoutes(jobs, bodies, answers),
                new HistoryRoutes(jobs, history, answers),
                new ProgressRoutes(progress, answers),
                new ForecastRoutes(forecasts, answers),
                new StrategyRoutes(strategies, answers),
                new ConfigurationRoutes(configurations, answers),
                new MarketDataRoutes(marketData, new SeriesRemoval(database.jdbi()), answers),
                new ImportRoutes(imports, dataTasks, answers),
                new DataTaskRoutes(dataTasks, answers),
                new BackfillRoutes(dataTasks, exchanges, marketData, resampling, idempotency, clock, answers),
                new SystemRoutes(
                        healthChecks(new DatabaseHealth(database, clock), queue), version(database, embedded), answers),
                new OpenApiRoutes(answers),
                new MetricsRoutes(metrics));
        IdleWatch idle = idleWatch(options, () -> jobs.open() > 0 || dataTasks.isAnyOpen(), clock, writer);
        Javalin http = new HttpFront(listen.guard(tokens), metrics, idle::asked, HttpFront.Limits.STANDARD)
                .listen(options, routes);
        open(http::stop);
        this.routes = http.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(parsed -> parsed.endpoint.method.isHttpMethod())
                .map(parsed -> parsed.endpoint.method.name() + " " + parsed.endpoint.path)
                .collect(Collectors.toUnmodifiableSet());
        queue.start();
        backfills.start();
        URI address = listen.address(http.port());
        announce(folder, address, clock.instant());
        LOG.info("serving {} with {} threads on {}", address, options.threads(), database.description());
        return address;
    }

    private StrategyCatalogue strategies(ServerOptions options) {
        StrategyCatalogue builtIn = StrategyCatalogue.standard();
        Path folder = options.plugins();
        return folder == null
                ? builtIn
                : builtIn.with(open(Plugins.load(folder, builtIn)).strategies());
    }

    private DatabaseSettings databaseSettings(ServerOptions options) {
        String databaseUrl = options.databaseUrl();
        if (databaseUrl != null) {
            try {
                return DatabaseSettings.ofUrl(databaseUrl);
            } catch (IllegalArgumentException e) {
                throw new ServerStartException(String.valueOf(e.getMessage()), e);
            }
        }
        EmbeddedPostgres postgres = open(EmbeddedPostgres.start(options.dataDir()));
        ScheduledExecutorService watch = ServerThreads.timer("database-watch", 1);
        watch.scheduleWithFixedDelay(() -> revive(postgres), REVIVE_SECONDS, REVIVE_SECONDS, TimeUnit.SECONDS);
        open(() -> ServerThreads.stop(watch));
        return new DatabaseSettings(
                postgres.jdbcUrl(), postgres.user(), postgres.password(), DatabaseSettings.DEFAULT_MAX_CONNECTIONS);
    }

    private static void revive(EmbeddedPostgres postgres) {
        try {
            postgres.revive();
        } catch (RuntimeException e) {
            LOG.error("the embedded database could not be started again; the next try comes soon", e);
        }
    }

    private static Map<String, HealthCheck> healthChecks(DatabaseHealth database, JobQueue queue) {
        Map<String, HealthCheck> checks = new LinkedHashMap<>();
        checks.put("database", database::requireReachable);
        checks.put("migrations", database::requireMigrated);
        checks.put("worker", () -> {
            if (!queue.isTaking()) {
                throw new IllegalStateException("no jobs are taken");
            }
        });
        return checks;
    }

    /** Where an exchange is asked instead of at its own address, e.g. {@code -Dstudio.exchange.binance=http://…}. */
    private static @Nullable String exchangeAddress(String name) {
        return System.getProperty("studio.exchange." + name);
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

    private void announce(DataFolder folder, URI address, Instant now) {
        long pid = ProcessHandle.current().pid();
        try {
            java.nio.file.Files.createDirectories(folder.root());
            folder.announce(new DataFolder.Running(address, pid, now));
        } catch (IOException e) {
            throw new ServerStartException("The data folder " + folder.root() + " cannot be written: " + e, e);
        }
        open(() -> folder.withdraw(pid));
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
