package studio.server;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
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
import studio.server.queue.BackfillQueue;
import studio.server.queue.DataTaskExecutions;
import studio.server.queue.QueueSettings;
import studio.server.sample.SampleData;
import studio.server.sample.sql.SampleMarks;
import studio.server.shared.web.Answers;
import studio.server.shared.web.Idempotency;
import studio.server.shared.web.Routes;

/** The part of a {@link ServerApp} that takes, holds and gives candles, put together by hand as the whole is. */
final class MarketDataParts implements AutoCloseable {
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final CandleRepository candles;
    private final CandleWriter writer;
    private final DataTaskRepository taskRows;
    private final MarketDataService service;
    private final DataTasks tasks;
    private final Exchanges exchanges;

    MarketDataParts(Jdbi jdbi, InstantSource clock, RandomGenerator random) {
        this.jdbi = jdbi;
        this.clock = clock;
        candles = new CandleRepository(jdbi);
        writer = new CandleWriter(jdbi);
        taskRows = new DataTaskRepository(jdbi, new DataTaskExecutions());
        service = new MarketDataService(candles, writer, clock);
        tasks = new DataTasks(taskRows, clock, random);
        exchanges = new Exchanges(MarketDataParts::exchangeAddress, clock);
    }

    /**
     * Brings what is held up to this version, and ends imports whose server has died.
     *
     * @param embedded whether the database is this server's alone; it gets the sample series then
     */
    void prepare(boolean embedded) {
        service.measureOutdated();
        if (embedded) {
            new SampleData(service, new SampleMarks(jdbi), clock).loadOnce();
        }
        tasks.failDeadImports(embedded);
    }

    MarketDataService service() {
        return service;
    }

    /** Whether an import or a backfill runs or waits, here or on another server. */
    boolean isWorking() {
        return tasks.isAnyOpen();
    }

    /** The queue of the backfills, not yet started; the caller closes it. */
    BackfillQueue backfills(QueueSettings settings, DataSource database) {
        Backfiller backfiller = new Backfiller(exchanges, candles, writer, taskRows, clock);
        BackfillQueue queue = new BackfillQueue(settings, database, taskRows, backfiller, clock);
        tasks.addListener(queue);
        return queue;
    }

    List<Routes> routes(Idempotency idempotency, Answers answers) {
        Resampling resampling = new Resampling(service, writer, clock);
        return List.of(
                new MarketDataRoutes(service, new SeriesRemoval(jdbi), answers),
                new ImportRoutes(new FileImports(writer, taskRows, clock), tasks, answers),
                new DataTaskRoutes(tasks, answers),
                new BackfillRoutes(tasks, exchanges, service, resampling, idempotency, clock, answers));
    }

    /** Where an exchange is asked instead of at its own address, e.g. {@code -Dstudio.exchange.binance=http://…}. */
    private static @Nullable String exchangeAddress(String name) {
        return System.getProperty("studio.exchange." + name);
    }

    @Override
    public void close() {
        exchanges.close();
    }
}
