package studio.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.JobStatus;
import studio.model.job.StartRequest;
import studio.model.json.StudioJson;
import studio.model.market.ImportChoices;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.model.market.Timeframe;
import studio.model.problem.FieldError;
import studio.model.problem.Problem;
import studio.model.progress.ProgressSnapshot;
import studio.model.system.Health;

class HttpTrainingClientTest {
    private final MockWebServer server = new MockWebServer();
    private HttpTrainingClient client;

    @BeforeEach
    void start() throws Exception {
        server.start(0);
        client = new HttpTrainingClient(URI.create("http://localhost:" + server.getPort()));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_start_sends_what_was_given_and_a_key_of_its_own() throws Exception {
        StartRequest request = StartRequest.of("LIQUIDITY_SWEEP", "binance", "BTC/USDT", Timeframe.M5);
        answer(202, SampleJobs.detail("a", JobStatus.PENDING));
        answer(202, SampleJobs.detail("b", JobStatus.PENDING));

        assertThat(client.start(request).summary().jobId()).isEqualTo("a");
        client.start(request);

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(first.getRequestLine()).startsWith("POST /api/v2/training/start ");
        assertThat(StudioJson.strict().readValue(first.getBody().utf8(), StartRequest.class))
                .isEqualTo(request);
        assertThat(first.getHeaders().get("Idempotency-Key"))
                .isNotBlank()
                .isNotEqualTo(second.getHeaders().get("Idempotency-Key"));
    }

    @Test
    void a_start_whose_connection_breaks_is_tried_once_more_with_the_same_key() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(202, SampleJobs.detail("a", JobStatus.PENDING));

        client.start(StartRequest.of("LIQUIDITY_SWEEP", "binance", "BTC/USDT", Timeframe.M5));

        String key = server.takeRequest().getHeaders().get("Idempotency-Key");
        assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo(key);
    }

    @Test
    void what_has_not_changed_is_empty_and_what_has_is_told() throws Exception {
        server.enqueue(new MockResponse.Builder().code(304).build());
        answer(200, SampleJobs.optimizing());

        assertThat(client.progressSince("abc", 36)).isEmpty();
        assertThat(client.progressSince("abc", 36))
                .map(ProgressSnapshot::version)
                .contains(37L);

        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getTarget()).isEqualTo("/api/v2/training/jobs/abc/progress");
        assertThat(asked.getHeaders().get("If-None-Match")).isEqualTo("\"36\"");
    }

    @Test
    void every_question_goes_to_its_route() throws Exception {
        answer(200, new JobPage(List.of(), null, 0));
        client.jobs(new JobQuery(Map.of("q", "a b", "status", ""), "-best_score", 7, "next"));
        assertThat(target()).isEqualTo("GET /api/v2/training/jobs?sort=-best_score&limit=7&q=a%20b&cursor=next");

        answer(200, SampleJobs.detail("a", JobStatus.CANCELLING));
        client.cancel("a");
        assertThat(target()).isEqualTo("POST /api/v2/training/jobs/a/cancel");

        answer(200, SampleJobs.detail("a", JobStatus.COMPLETED));
        client.patch("a", new JobPatch("name", null, List.of("t"), true));
        RecordedRequest patch = server.takeRequest();
        assertThat(patch.getMethod()).isEqualTo("PATCH");
        assertThat(patch.getBody().utf8()).isEqualTo("{\"name\":\"name\",\"tags\":[\"t\"],\"pinned\":true}");

        server.enqueue(new MockResponse.Builder().code(204).build());
        client.delete("a");
        assertThat(target()).isEqualTo("DELETE /api/v2/training/jobs/a");

        answer(200, Map.of("time", new long[0]));
        client.candles("binance", "BTC/USDT", Timeframe.H1, Instant.parse("2025-01-01T00:00:00Z"), null, 500);
        assertThat(target())
                .isEqualTo("GET /api/v2/market-data/candles?exchange=binance&symbol=BTC%2FUSDT&timeframe=1h"
                        + "&max_points=500&from=2025-01-01T00%3A00%3A00Z");
    }

    @Test
    void a_file_is_streamed_as_it_is() throws Exception {
        answer(
                200,
                new ImportReport(
                        "x",
                        "A/B",
                        Timeframe.D1,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        "ascending",
                        0,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null));
        byte[] csv = "timestamp,open\n1,2\n".getBytes(StandardCharsets.UTF_8);

        List<Long> told = new ArrayList<>();

        ImportReport report = client.marketData()
                .importFile(new MarketDataClient.Upload(
                        "x",
                        "A/B",
                        Timeframe.D1,
                        MarketCalendar.FX,
                        new ImportChoices("open=First", "dd/MM/yyyy", "-05:00", "comma", true, "AAPL", "a.csv"),
                        "task1234",
                        () -> new ByteArrayInputStream(csv),
                        csv.length,
                        told::add));

        RecordedRequest sent = server.takeRequest();
        assertThat(report.inserted()).isEqualTo(1);
        assertThat(sent.getTarget())
                .isEqualTo("/api/v2/market-data/import?exchange=x&symbol=A%2FB&timeframe=1d"
                        + "&calendar=fx&map=open%3DFirst&date_format=dd%2FMM%2Fyyyy&zone=-05%3A00&decimal=comma"
                        + "&adjusted=true&symbol_in_file=AAPL&file_in_zip=a.csv&task_id=task1234");
        assertThat(told).containsExactly((long) csv.length);
        assertThat(sent.getBody().toByteArray()).isEqualTo(csv);
        assertThat(sent.getHeaders().get("Content-Type")).startsWith("text/csv");
    }

    @Test
    void a_refusal_carries_the_server_s_words_and_fields() throws Exception {
        Problem problem = new Problem(
                "about:blank",
                "Invalid request",
                400,
                "seed is wrong",
                "/x",
                List.of(new FieldError("seed", "seed is wrong")));
        answer(400, problem);

        ServerRefusedException refused = catchThrowableOfType(ServerRefusedException.class, () -> client.strategies());

        assertThat(refused).hasMessage("seed is wrong");
        assertThat(refused.problem()).isEqualTo(problem);
    }

    @Test
    void an_answer_from_something_else_is_told_by_its_status_or_as_no_answer() {
        server.enqueue(new MockResponse.Builder().code(502).body("<html>").build());
        server.enqueue(new MockResponse.Builder().code(200).body("<html>").build());

        assertThatThrownBy(() -> client.version())
                .isInstanceOf(ServerRefusedException.class)
                .hasMessageContaining("502");
        assertThatThrownBy(() -> client.version())
                .isInstanceOf(ServerUnreachableException.class)
                .hasMessageContaining("not Strategy Studio's");
    }

    @Test
    void a_server_that_is_not_ready_says_so_in_its_document() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Content-Type", "application/json")
                .body(StudioJson.lenient().writeValueAsString(new Health("DOWN", Map.of("database", "DOWN"))))
                .build());

        assertThat(client.ready().status()).isEqualTo("DOWN");
    }

    @Test
    void no_server_is_unreachable() {
        server.close();

        assertThatThrownBy(() -> client.version())
                .isInstanceOf(ServerUnreachableException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void a_token_goes_with_every_request_and_none_is_made_up() throws Exception {
        try (TrainingClient with =
                new HttpTrainingClient(URI.create("http://localhost:" + server.getPort()), " studio_token ")) {
            answer(200, new Health("UP", java.util.Map.of()));
            with.ready();
            answer(200, new Health("UP", java.util.Map.of()));
            client.ready();
        }

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer studio_token");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    private String target() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        return request.getMethod() + " " + request.getTarget();
    }

    private void answer(int status, Object body) throws Exception {
        String type = status >= 400 ? Problem.MEDIA_TYPE : "application/json";
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .body(StudioJson.lenient().writeValueAsString(body))
                .build());
    }
}
