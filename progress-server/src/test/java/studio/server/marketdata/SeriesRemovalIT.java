package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.model.job.JobStatus;
import studio.model.market.ImportReport;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.marketdata.sql.SeriesRemoval;
import studio.server.shared.sql.TestDatabase;

class SeriesRemovalIT {
    private static final Instant NOW = Instant.parse("2025-10-23T06:00:00Z");
    private static final String TWO = "1704067200000,100,110,90,105,1\n1704067500000,105,115,95,106,2\n";

    private static TestDatabase database;
    private static MarketDataService service;
    private static SeriesRemoval removal;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.create();
        service = new MarketDataService(
                new CandleRepository(database.jdbi()), new CandleWriter(database.jdbi()), InstantSource.fixed(NOW));
        removal = new SeriesRemoval(database.jdbi());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void a_removed_series_is_gone_with_its_revisions_and_may_come_back_as_a_new_one() throws IOException {
        SeriesKey key = held("A/B");
        SeriesKey other = held("A/C");
        take("A/B", TWO.replace("106", "107"));
        assertThat(rows("candle_revisions", "A/B")).isEqualTo(1);

        RemovalOutcome outcome = removal.remove(key);

        assertThat(outcome).isEqualTo(new RemovalOutcome.Removed(2));
        assertThat(service.series("x", "A/B", Timeframe.M5)).isEmpty();
        assertThat(rows("market_data", "A/B")).isZero();
        assertThat(rows("candle_revisions", "A/B")).isZero();
        assertThat(removal.remove(key)).isEqualTo(new RemovalOutcome.NotHeld());
        assertThat(service.count(other, NOW.minusSeconds(100_000_000), NOW)).isEqualTo(2);
        assertThat(take("A/B", TWO).inserted()).isEqualTo(2);
    }

    @Test
    void a_series_stays_while_a_task_fills_it() throws IOException {
        SeriesKey key = held("FILLED");
        DataTaskRepository tasks = new DataTaskRepository(database.jdbi(), (transaction, taskId, due) -> {});
        tasks.startImport("filling1", key, NOW);

        assertThat(removal.remove(key)).isInstanceOf(RemovalOutcome.InUse.class);
        tasks.end("filling1", 0, JobStatus.CANCELLED, null, NOW);

        assertThat(removal.remove(key)).isInstanceOf(RemovalOutcome.Removed.class);
    }

    @Test
    void a_series_stays_while_a_training_waits_for_it() throws IOException {
        SeriesKey key = held("TRAINED");
        database.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO training_jobs (job_id, status, strategy, symbol, exchange, timeframe, optimizer, objective,
                    request, spec, created_at)
                VALUES ('waits', 'PENDING', 'S', 'TRAINED', 'x', '5m', 'random', 'sharpe_ratio', '{}', '{}', now())
                """));

        assertThat(removal.remove(key)).isEqualTo(new RemovalOutcome.InUse("a training"));

        assertThat(rows("market_data", "TRAINED")).isEqualTo(2);
    }

    @Test
    void a_series_that_somebody_stores_into_is_not_waited_for() throws IOException {
        SeriesKey key = held("BUSY");
        RemovalOutcome[] outcome = new RemovalOutcome[1];

        service.store(
                key,
                () -> {
                    outcome[0] = removal.remove(key);
                    return java.util.Optional.empty();
                },
                "test");

        assertThat(outcome[0]).isInstanceOf(RemovalOutcome.InUse.class);
        assertThat(rows("market_data", "BUSY")).isEqualTo(2);
    }

    private static SeriesKey held(String symbol) throws IOException {
        assertThat(take(symbol, TWO).inserted()).isEqualTo(2);
        return new SeriesKey("x", symbol, Timeframe.M5);
    }

    private static ImportReport take(String symbol, String csv) throws IOException {
        return service.importCsv(
                "x", symbol, Timeframe.M5, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static long rows(String table, String symbol) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table + " WHERE symbol = :symbol")
                        .bind("symbol", symbol)
                        .mapTo(Long.class)
                        .one());
    }
}
