package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;
import studio.server.marketdata.exchange.MockExchange;

/** Candles on their way in, over HTTP, and what a training says of them. */
class MarketDataTasksIT {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final long STEP = 300_000;

    @TempDir
    static Path folder;

    private static ServerUnderTest server;
    private static MockExchange exchange;

    @BeforeAll
    static void start() {
        exchange = new MockExchange(FIRST, Instant.parse("2024-01-04T00:00:00Z"), STEP, List.of());
        System.setProperty("studio.exchange.binance", exchange.address());
        server = new ServerUnderTest(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
        System.clearProperty("studio.exchange.binance");
        exchange.close();
    }

    @Test
    void a_rerun_says_identical_data_or_how_many_candles_were_revised() throws Exception {
        importCsv("rerun", 0, 1500, 0);
        String job = train("rerun");

        String same = rerun(job);
        importCsv("rerun", 700, 714, 0.25);
        importCsv("rerun", 1500, 1503, 0);
        String other = rerun(job);

        assertThat(data(same).at("/comparison/summary").asText()).isEqualTo("identical data");
        assertThat(data(same).at("/comparison/identical").asBoolean()).isTrue();
        assertThat(data(other).at("/comparison/summary").asText())
                .isEqualTo("differs: 14 candles revised, 3 candles newer");
        assertThat(data(other).at("/comparison/job_id").asText()).isEqualTo(job);
        assertThat(data(job).path("comparison").isNull()).isTrue();
        assertThat(data(job).path("candles").asInt()).isEqualTo(1500);
        assertThat(data(other).at("/quality/revised").asInt()).isEqualTo(14);
        assertThat(data(other).at("/quality/score").asDouble()).isBetween(90.0, 99.99);
    }

    @Test
    void a_backfill_runs_as_a_task_and_stands_in_the_history() throws Exception {
        String body = """
                {"exchange": "binance", "symbol": "BTC/USDT", "timeframe": "5m", "from": "2024-01-01T00:00:00Z",
                 "to": "2024-01-03T23:59:59Z"}
                """;
        Answer started = server.post("/market-data/backfill", body, "Idempotency-Key", "once");
        Answer retried = server.post("/market-data/backfill", body, "Idempotency-Key", "once");
        Answer misused = server.post("/market-data/backfill", body.replace("-03T", "-02T"), "Idempotency-Key", "once");
        String id = started.json().path("task_id").asText();
        JsonNode ended = server.await(
                "/market-data/tasks/" + id, t -> !t.path("ended_at").isNull());

        assertThat(started.status()).isEqualTo(202);
        assertThat(retried.json().path("task_id").asText()).isEqualTo(id);
        assertThat(misused.status()).isEqualTo(409);
        assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(ended.path("percentage").asDouble()).isEqualTo(100);
        assertThat(ended.at("/backfill_report/inserted").asInt()).isEqualTo(3 * 288);
        assertThat(server.get("/market-data/tasks").json().path("tasks").findValuesAsText("task_id"))
                .contains(id);
        assertThat(server.post("/market-data/tasks/" + id + "/cancel", "").status())
                .isEqualTo(409);
    }

    @Test
    void what_is_wrong_with_a_backfill_is_told_all_at_once() {
        Answer answer = server.post("/market-data/backfill", """
                {"exchange": "mtgox", "symbol": "BTC/USDT", "timeframe": "5m", "from": "2999-01-01T00:00:00Z", "x": 1}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().findValuesAsText("field")).contains("x");
        Answer unknown = server.post(
                "/market-data/backfill", "{\"exchange\": \"mtgox\", \"symbol\": \"BTC/USDT\", \"timeframe\": \"5m\"}");
        assertThat(unknown.json().findValuesAsText("field")).containsExactly("exchange");
        Answer nothing = server.post(
                "/market-data/backfill", "{\"exchange\": \"kraken\", \"symbol\": \"ADA/USD\", \"timeframe\": \"1w\"}");
        assertThat(nothing.json().findValuesAsText("field")).containsExactly("timeframe", "from");
    }

    @Test
    void candles_of_an_exchange_are_not_mixed_with_those_of_another_clock() {
        StringBuilder csv = new StringBuilder();
        for (int day = 0; day < 10; day++) {
            csv.append(1_704_171_600_000L + day * 86_400_000L).append(",1,3,1,2,10\n");
        }
        server.raw(
                "/market-data/import?exchange=kraken&symbol=NY/DAYS&timeframe=1d",
                "text/csv",
                csv.toString().getBytes(StandardCharsets.UTF_8));

        Answer refused = server.post(
                "/market-data/backfill", "{\"exchange\": \"kraken\", \"symbol\": \"NY/DAYS\", \"timeframe\": \"1d\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().findValuesAsText("field")).containsExactly("symbol");
        assertThat(refused.body()).contains("Days open at 00:00 America/New_York");
    }

    @Test
    void a_dry_run_stores_nothing_and_an_import_s_rejected_rows_can_be_had() {
        byte[] csv = (lines(0, 5, 0) + "\noops\n=1+1,1,2,3,4,5\n").getBytes(StandardCharsets.UTF_8);
        String query = "?exchange=dry&symbol=A/B&timeframe=5m";

        Answer preview = server.raw("/market-data/import" + query + "&dry_run=true", "text/csv", csv);
        Answer before = server.get("/market-data/candles" + query);
        Answer report = server.raw("/market-data/import" + query + "&task_id=abcdefgh1", "text/csv", csv);
        Answer again = server.raw("/market-data/import" + query + "&task_id=abcdefgh1", "text/csv", csv);

        assertThat(preview.json().path("rows")).hasSize(5);
        assertThat(preview.json().at("/likely_timeframe").asText()).isEqualTo("5m");
        assertThat(before.status()).isEqualTo(404);
        assertThat(report.json().path("inserted").asInt()).isEqualTo(5);
        assertThat(again.status()).isEqualTo(409);
        Answer rejected = server.get("/market-data/tasks/abcdefgh1/rejections");
        assertThat(rejected.header("Content-Type")).startsWith("text/csv");
        assertThat(rejected.body()).startsWith("line,reason\n6,\"1 field").contains("\n7,\"time '=1+1'");
    }

    private static void importCsv(String exchange, int from, int to, double more) {
        Answer answer = server.raw(
                "/market-data/import?exchange=" + exchange + "&symbol=A/B&timeframe=5m",
                "text/csv",
                lines(from, to, more).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String lines(int from, int to, double more) {
        return IntStream.range(from, to)
                .mapToObj(i -> FIRST.toEpochMilli() + i * STEP + "," + (100 + Math.sin(i / 20.0)) + ",103,97,"
                        + (100 + Math.sin((i + 1) / 20.0) + more) + "," + (1 + i % 7))
                .collect(Collectors.joining("\n"));
    }

    private static String train(String exchange) throws InterruptedException {
        Answer started = server.post(
                "/training/start",
                "{\"strategy\": \"MA_CROSS\", \"exchange\": \"" + exchange
                        + "\", \"symbol\": \"A/B\", \"timeframe\": \"5m\", \"optimizer\": \"random\","
                        + " \"n_iterations\": 3, \"run_validation\": false, \"min_trades\": 1}");
        return ended(started);
    }

    private static String rerun(String job) throws InterruptedException {
        return ended(server.post("/training/jobs/" + job + "/rerun", ""));
    }

    private static String ended(Answer started) throws InterruptedException {
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String job = started.json().path("job_id").asText();
        server.await(
                "/training/jobs/" + job + "/progress",
                p -> p.path("is_complete").asBoolean());
        return job;
    }

    private static JsonNode data(String job) {
        return server.get("/training/jobs/" + job + "/results").json().path("data");
    }
}
