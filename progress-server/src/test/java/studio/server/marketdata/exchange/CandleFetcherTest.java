package studio.server.marketdata.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.NewCandle;

/** Answers that exchanges really gave, and what goes wrong on the way. */
class CandleFetcherTest {
    private static final Path SAMPLES = Path.of("..", "..", "shared", "market-data", "exchange-json");
    private static final String ONE =
            "[[1700000100000,\"1\",\"3\",\"0.5\",\"2\",\"9\",1700000399999,\"1\",7,\"1\",\"1\",\"0\"]]";
    private static final long TIME = 1_700_000_100_000L;

    private final MockWebServer server = new MockWebServer();
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Exchanges exchanges;

    @BeforeEach
    void start() throws IOException {
        server.start();
        InstantSource clock = () -> now;
        exchanges = new Exchanges(name -> server.url("/").toString(), clock);
    }

    @AfterEach
    void stop() {
        exchanges.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "binance,   binance_klines_BTCUSDT_15m_300.json,         15m, 300, 1518963300000, 10661.98, 533.203536",
        "binance,   binance_klines_BTCUSDT_6h_500.rebuilt.json,   6h, 500, 1593885600000,  9169.75, 6562.78675",
        "binanceus, binanceus_klines_BTCUSDT_1h_1.json,           1h,   1, 1710327600000, 73249.24, 0.23592",
        "coinbase,  coinbase_candles_ETH-USD_1d.json,             1d, 350, 1730851200000,  2422.24, 248257.23507707",
        "kraken,    kraken_OHLC_XBTUSDT_1m_11.json,               1m,  11, 1762777020000, 106038.2, 0",
    })
    void real_answers_are_read(
            String exchange, String file, String timeframe, int candles, long first, double open, double volume)
            throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "no shared/market-data beside the project: real answers are not tested");
        server.enqueue(body(Files.readString(SAMPLES.resolve(file))));

        FetchedPage page = fetch(exchange, Timeframe.of(timeframe), first);

        assertThat(page.candles()).hasSize(candles);
        assertThat(page.rejected()).isZero();
        NewCandle oldest = page.candles().get(0);
        assertThat(oldest.time()).isEqualTo(first);
        assertThat(oldest.open()).isEqualTo(open);
        assertThat(oldest.volume()).isEqualTo(volume);
        assertThat(page.candles()).extracting(NewCandle::time).isSorted();
    }

    @Test
    void requests_look_as_each_exchange_wants_them() throws Exception {
        server.enqueue(body("[]"));
        server.enqueue(body("{\"candles\":[]}"));
        server.enqueue(body("{\"error\":[],\"result\":{\"XXBTZUSD\":[],\"last\":0}}"));

        fetch("binance", Timeframe.M5, TIME);
        fetch("coinbase", Timeframe.M5, TIME);
        fetch("kraken", Timeframe.M5, TIME);

        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/api/v3/klines?symbol=BTCUSD&interval=5m&startTime=1700000100000"
                        + "&endTime=1800000000000&limit=1000");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/api/v3/brokerage/market/products/BTC-USD/candles?start=1700000100&end=1700104800"
                        + "&granularity=FIVE_MINUTE&limit=350");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/0/public/OHLC?pair=XBTUSD&interval=5&since=1700000099");
    }

    @Test
    void a_candle_that_is_not_over_is_left_out() throws Exception {
        now = Instant.ofEpochMilli(TIME + Timeframe.M5.millis() - 1);
        server.enqueue(body(ONE));
        server.enqueue(body(ONE));

        FetchedPage early = fetch("binance", Timeframe.M5, TIME);
        now = now.plusMillis(1);
        FetchedPage over = fetch("binance", Timeframe.M5, TIME);

        assertThat(early.candles()).isEmpty();
        assertThat(over.candles()).hasSize(1);
    }

    @Test
    void a_clock_of_ours_that_is_ahead_does_not_take_an_unfinished_candle_for_finished() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body(ONE)
                .addHeader("Date", "Tue, 14 Nov 2023 22:16:40 GMT")
                .build());

        assertThat(fetch("binance", Timeframe.M5, TIME).candles()).isEmpty();
    }

    @Test
    void a_rate_limit_is_waited_for_as_long_as_the_exchange_says() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .body("{\"code\":-1003,\"msg\":\"Too many requests\"}")
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(418)
                .addHeader("Retry-After", "Thu, 01 Jan 2026 00:02:00 GMT")
                .build());
        server.enqueue(body(ONE));

        FetchedPage page = fetch("binance", Timeframe.M5, TIME);

        assertThat(page.candles()).hasSize(1);
        assertThat(page.requests()).isEqualTo(3);
        assertThat(pauses).contains(Duration.ofSeconds(7), Duration.ofSeconds(120 - 7));
    }

    @Test
    void what_may_pass_is_tried_again_ever_later() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(body("[[1700000100000,\"1\",\"3\""));
        server.enqueue(body("<html>Sign in to the airport's network</html>"));
        server.enqueue(new MockResponse.Builder()
                .body(ONE)
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        server.enqueue(body("{\"something\":\"else\"}"));
        server.enqueue(body("[[1700000100000,\"one\",\"3\",\"0.5\",\"2\",\"9\"]]"));
        server.enqueue(body(ONE));

        FetchedPage page = fetch("binance", Timeframe.M5, TIME);

        assertThat(page.candles()).hasSize(1);
        assertThat(page.requests()).isEqualTo(7);
        assertThat(pauses.stream().filter(p -> p.compareTo(Duration.ofSeconds(1)) >= 0))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(32));
    }

    @Test
    void a_refusal_is_told_in_the_exchange_s_words_and_not_tried_again() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}")
                .build());
        server.enqueue(body("{\"error\":[\"EQuery:Unknown asset pair\"]}"));
        server.enqueue(new MockResponse.Builder().code(451).build());

        assertThatThrownBy(() -> fetch("binance", Timeframe.M5, TIME))
                .isInstanceOf(ExchangeException.class)
                .hasMessage("binance answered 400: Invalid symbol.");
        assertThatThrownBy(() -> fetch("kraken", Timeframe.M5, TIME))
                .hasMessage("kraken answered EQuery:Unknown asset pair");
        assertThatThrownBy(() -> fetch("binance", Timeframe.M5, TIME)).hasMessageContaining("another exchange");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void an_exchange_that_keeps_failing_is_given_up() {
        for (int i = 0; i < 8; i++) {
            server.enqueue(new MockResponse.Builder().code(500).build());
        }

        assertThatThrownBy(() -> fetch("binance", Timeframe.M5, TIME)).hasMessage("binance answered 500");
        assertThat(server.getRequestCount()).isEqualTo(8);
    }

    @Test
    void requests_keep_their_distance() throws Exception {
        for (int i = 0; i < 3; i++) {
            server.enqueue(body("{\"error\":[],\"result\":{\"XXBTZUSD\":[]}}"));
            fetch("kraken", Timeframe.M5, TIME);
        }

        assertThat(pauses).containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private FetchedPage fetch(String exchange, Timeframe timeframe, long from) throws ExchangeException {
        return exchanges
                .find(exchange)
                .orElseThrow()
                .fetch("BTC/USD", timeframe, from, 1_800_000_000_000L, this::pause);
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    private static MockResponse body(String body) {
        return new MockResponse.Builder().body(body).build();
    }
}
