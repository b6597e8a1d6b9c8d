package studio.server.marketdata.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.job.JobStatus;
import studio.model.market.BackfillReport;
import studio.model.market.BackfillRequest;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.TaskLostException;
import studio.server.marketdata.exchange.ExchangeException;
import studio.server.marketdata.exchange.Exchanges;
import studio.server.marketdata.exchange.MockExchange;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.ClaimedTask;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.marketdata.sql.NewCandle;
import studio.server.shared.sql.TestDatabase;

class BackfillerIT {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2024-01-11T00:02:00Z");
    private static final Timeframe TIMEFRAME = Timeframe.M5;
    /** Ten days. */
    private static final int CANDLES = 2880;

    private static final Instant LAST_OVER = Instant.parse("2024-01-10T23:55:00Z");

    private TestDatabase database;
    private MarketDataService service;
    private DataTaskRepository tasks;
    private CandleWriter writer;
    private MockExchange exchange;
    private Exchanges exchanges;
    private Backfiller backfiller;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        InstantSource clock = InstantSource.fixed(NOW);
        CandleRepository candles = new CandleRepository(database.jdbi());
        writer = new CandleWriter(database.jdbi());
        service = new MarketDataService(candles, writer, clock);
        tasks = new DataTaskRepository(database.jdbi(), (transaction, taskId, due) -> {});
        // The candle at 00:00 of the eleventh is not over yet.
        exchange = new MockExchange(FIRST, Instant.parse("2024-01-11T00:00:00Z"), TIMEFRAME.millis(), List.of());
        exchanges = new Exchanges(name -> exchange.address(), clock);
        backfiller = new Backfiller(exchanges, candles, writer, tasks, clock);
    }

    @AfterEach
    void stop() {
        exchanges.close();
        exchange.close();
        database.close();
    }

    @Test
    void a_series_comes_page_by_page_without_the_candle_that_is_not_over() throws Exception {
        BackfillReport report = run("binance", FIRST, null, null);

        assertThat(report.missingBefore()).isEqualTo(CANDLES);
        assertThat(report.inserted()).isEqualTo(CANDLES);
        assertThat(report.notOffered()).isZero();
        assertThat(report.requests()).isEqualTo(3);
        assertThat(report.to()).isEqualTo(LAST_OVER);
        SeriesInfo held = held("binance");
        assertThat(held.first()).isEqualTo(FIRST);
        assertThat(held.last()).isEqualTo(LAST_OVER);
        assertThat(held.origin()).isEqualTo("backfill");
        assertThat(held.quality().gaps()).isZero();
        Candles candles = service.lastCandles("binance", "BTC/USD", TIMEFRAME, null, null);
        assertThat(candles.open()[1234]).isEqualTo(exchange.open(candles.time()[1234]));
    }

    @Test
    void every_exchange_fills_the_same_series() throws Exception {
        BackfillReport coinbase = run("coinbase", FIRST, null, null);
        BackfillReport kraken = run("kraken", FIRST, null, null);

        assertThat(coinbase.inserted()).isEqualTo(CANDLES);
        assertThat(coinbase.requests()).isEqualTo(9);
        // Kraken keeps the newest 720, of which one is not over yet.
        assertThat(kraken.inserted()).isEqualTo(719);
        assertThat(kraken.notOffered()).isEqualTo(CANDLES - 719);
        assertThat(held("kraken").last()).isEqualTo(LAST_OVER);
    }

    @Test
    void only_gaps_and_the_newest_candles_of_a_held_series_are_fetched() throws Exception {
        store(0, 500);
        store(620, 1000);
        store(1001, 2000);

        BackfillReport report = run("binance", null, null, null);

        assertThat(report.missingBefore()).isEqualTo(120 + 1 + 880);
        assertThat(report.inserted()).isEqualTo(120 + 1 + 880);
        assertThat(report.requests()).isEqualTo(3);
        assertThat(held("binance").candles()).isEqualTo(CANDLES);
        assertThat(run("binance", null, null, null).requests()).isZero();
    }

    @Test
    void what_the_exchange_does_not_have_stays_missing_and_is_counted() throws Exception {
        exchange.close();
        exchanges.close();
        Instant hole = FIRST.plus(Duration.ofHours(5));
        exchange = new MockExchange(
                FIRST,
                NOW,
                TIMEFRAME.millis(),
                List.of(hole, hole.plus(TIMEFRAME.duration()), hole.plus(Duration.ofDays(3))));
        exchanges = new Exchanges(name -> exchange.address(), InstantSource.fixed(NOW));
        backfiller = new Backfiller(
                exchanges, new CandleRepository(database.jdbi()), writer, tasks, InstantSource.fixed(NOW));

        BackfillReport report = run("binance", FIRST, null, null);

        assertThat(report.notOffered()).isEqualTo(3);
        assertThat(report.inserted()).isEqualTo(CANDLES - 3);
        assertThat(held("binance").quality().gaps()).isEqualTo(2);
    }

    @Test
    void rate_limits_cuts_and_nonsense_on_the_way_cost_requests_but_no_candle() throws Exception {
        exchange.fail(new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "3")
                        .build())
                .cut(SocketEffect.ShutdownConnection.INSTANCE)
                .cut(new SocketEffect.CloseSocket())
                .fail(200, "[[1704067200000,\"1")
                .fail(502, "<html>bad gateway</html>");

        BackfillReport report = run("binance", FIRST, null, null);

        assertThat(report.inserted()).isEqualTo(CANDLES);
        assertThat(report.retries()).isEqualTo(5);
    }

    @Test
    void what_came_before_a_failure_is_kept_and_the_next_backfill_fetches_the_rest() throws Exception {
        ClaimedTask task = claim("binance", FIRST, null, null);
        Fuse fuse = new Fuse(2, () -> exchange.fail(400, "{\"msg\":\"Account suspended.\"}"));

        assertThatThrownBy(() -> backfiller.run(task, fuse)).isInstanceOf(ExchangeException.class);
        long kept = held("binance").candles();
        BackfillReport rest = run("binance", FIRST, null, null);

        assertThat(kept).isBetween(1L, CANDLES - 1L);
        assertThat(rest.missingBefore()).isEqualTo(CANDLES - kept);
        assertThat(held("binance").candles()).isEqualTo(CANDLES);
    }

    @Test
    void a_worker_that_takes_over_goes_on_behind_the_last_stored_page() throws Exception {
        ClaimedTask first = claim("binance", FIRST, null, true);
        Fuse dies = new Fuse(2, () -> exchange.fail(400, "{\"msg\":\"The worker dies here.\"}"));
        assertThatThrownBy(() -> backfiller.run(first, dies)).isInstanceOf(ExchangeException.class);
        int before = exchange.asked().size();

        ClaimedTask second = tasks.claim(first.taskId(), NOW).orElseThrow();
        backfiller.run(second, duration -> {});

        BackfillReport report = tasks.find(first.taskId()).orElseThrow().backfillReport();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(exchange.asked().size() - before).isEqualTo(CANDLES / 1000 + 1 - 2 + 0);
        assertThat(report.inserted()).isEqualTo(CANDLES);
        assertThatThrownBy(() -> backfiller.run(first, duration -> {})).isInstanceOf(TaskLostException.class);
    }

    @Test
    void fetching_again_brings_revised_figures_and_tells_how_many() throws Exception {
        run("binance", FIRST, null, null);
        exchange.revise(0.5);

        BackfillReport untouched = run("binance", FIRST, null, null);
        BackfillReport again = run("binance", FIRST, FIRST.plus(Duration.ofHours(1)), true);

        assertThat(untouched.requests()).isZero();
        assertThat(again.updated()).isEqualTo(13);
        assertThat(held("binance").quality().revised()).isEqualTo(13);
    }

    @Test
    void a_cancel_ends_the_wait_and_keeps_what_is_stored() throws Exception {
        ClaimedTask task = claim("binance", FIRST, null, null);
        tasks.cancel(task.taskId(), NOW);

        assertThatThrownBy(() -> backfiller.run(task, duration -> tasks.requireRunning(task.taskId(), task.attempt())))
                .isInstanceOf(TaskLostException.class);
        tasks.end(task.taskId(), task.attempt(), JobStatus.CANCELLED, null, NOW);

        assertThat(exchange.asked()).isEmpty();
        assertThat(tasks.find(task.taskId()).orElseThrow().status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(tasks.cancel(task.taskId(), NOW)).isFalse();
    }

    private BackfillReport run(String name, Instant from, Instant to, Boolean refetch) throws ExchangeException {
        ClaimedTask task = claim(name, from, to, refetch);
        backfiller.run(task, duration -> {});
        tasks.end(task.taskId(), task.attempt(), JobStatus.COMPLETED, null, NOW);
        return tasks.find(task.taskId()).orElseThrow().backfillReport();
    }

    private ClaimedTask claim(String name, Instant from, Instant to, Boolean refetch) {
        String taskId = "task-" + tasks.newest(500).size();
        tasks.addBackfill(
                taskId,
                new SeriesKey(name, "BTC/USD", TIMEFRAME),
                new BackfillRequest(name, "BTC/USD", TIMEFRAME, from, to, refetch),
                NOW);
        return tasks.claim(taskId, NOW).orElseThrow();
    }

    private SeriesInfo held(String name) {
        return service.series(name, "BTC/USD", TIMEFRAME).orElseThrow();
    }

    private void store(int from, int to) throws IOException {
        int[] next = {from};
        service.store(
                new SeriesKey("binance", "BTC/USD", TIMEFRAME),
                () -> next[0] == to ? Optional.empty() : Optional.of(candle(next[0]++)),
                "import");
    }

    private NewCandle candle(int i) {
        long time = FIRST.toEpochMilli() + i * TIMEFRAME.millis();
        double open = exchange.open(time);
        return new NewCandle(i, time, open, open + 3, open - 2, open + 1, 2.5);
    }

    /** Does something once so many requests are through. */
    private static final class Fuse implements studio.server.marketdata.exchange.Pause {
        private final Runnable blow;
        private int left;

        Fuse(int requests, Runnable blow) {
            this.left = requests;
            this.blow = blow;
        }

        @Override
        public void pause(Duration duration) {
            if (left-- == 0) {
                blow.run();
            }
        }
    }
}
