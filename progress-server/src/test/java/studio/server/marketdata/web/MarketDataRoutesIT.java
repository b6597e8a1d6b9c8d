package studio.server.marketdata.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.server.marketdata.DataTasks;
import studio.server.marketdata.FileImports;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.DataTaskRepository;
import studio.server.marketdata.sql.SeriesRemoval;
import studio.server.shared.sql.TestDatabase;
import studio.server.shared.web.Answers;
import studio.server.shared.web.ProblemException;

class MarketDataRoutesIT {
    private static final String SERIES = "exchange=x&symbol=A%2FB&timeframe=5m";
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private static TestDatabase database;
    private static Javalin server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void startServer() {
        database = TestDatabase.create();
        MarketDataService service = new MarketDataService(
                new CandleRepository(database.jdbi()),
                new CandleWriter(database.jdbi()),
                InstantSource.fixed(Instant.EPOCH));
        MarketDataRoutes routes = new MarketDataRoutes(service, new SeriesRemoval(database.jdbi()), new Answers());
        DataTaskRepository rows = new DataTaskRepository(database.jdbi(), (transaction, taskId, due) -> {});
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        DataTasks tasks = new DataTasks(rows, clock, new SplittableRandom(1));
        DataTaskRoutes taskRoutes = new DataTaskRoutes(tasks, new Answers());
        // Every look at this clock is a second later, so that an import tells its progress in the middle of its COPY.
        AtomicLong seconds = new AtomicLong();
        InstantSource hurrying = () -> Instant.EPOCH.plusSeconds(seconds.incrementAndGet());
        ImportRoutes imports = new ImportRoutes(
                new FileImports(new CandleWriter(database.jdbi()), rows, hurrying), tasks, new Answers());
        server = Javalin.create(config -> {
                    routes.addTo(config.routes);
                    imports.addTo(config.routes);
                    taskRoutes.addTo(config.routes);
                    config.routes.exception(
                            ProblemException.class,
                            (e, ctx) -> ctx.status(e.status())
                                    .result(e.getMessage()
                                            + e.errors().stream()
                                                    .map(f -> "|" + f.field())
                                                    .collect(Collectors.joining())));
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stopServer() {
        server.stop();
        database.close();
    }

    @Test
    @Timeout(60)
    void an_imported_file_larger_than_any_json_body_is_listed_and_drawn() throws Exception {
        String csv = IntStream.range(0, 40_000)
                .mapToObj(i -> START + i * 300_000L + ",100.5,101.25,99.125,100.75,12.5")
                .collect(Collectors.joining("\n"));

        JsonNode report = json(post("/market-data/import?" + SERIES, csv));
        JsonNode list = json(get("/market-data"));
        JsonNode candles = json(get("/market-data/candles?" + SERIES + "&max_points=100"));

        assertThat(csv.length()).isGreaterThan(1 << 20);
        assertThat(report.path("inserted").asLong()).isEqualTo(40_000);
        assertThat(list.at("/series/0/candles").asLong()).isEqualTo(40_000);
        assertThat(candles.path("candles_per_point").asInt()).isEqualTo(400);
        assertThat(candles.path("time")).hasSize(100);
        assertThat(candles.at("/volume/0").asDouble()).isEqualTo(400 * 12.5);
    }

    @Test
    void every_wrong_parameter_is_told_at_once() throws Exception {
        HttpResponse<String> answer =
                get("/market-data/candles?exchange=&symbol=A%20B&timeframe=7m&max_points=0&colour=1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("|exchange", "|symbol", "|timeframe", "|max_points", "colour", "1m, 3m, 5m");
    }

    @Test
    void a_series_that_is_not_held_is_not_found() throws Exception {
        HttpResponse<String> answer = get("/market-data/candles?exchange=x&symbol=NONE&timeframe=1h");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("NONE 1h at x");
    }

    @Test
    void a_file_that_cannot_be_used_is_refused_with_the_reason() throws Exception {
        HttpResponse<String> answer =
                post("/market-data/import?exchange=y&symbol=C&timeframe=5m", "time,open,high,low,volume\n1,2,3,4,5");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'close'", "Nothing was stored");
    }

    @Test
    void what_a_file_does_not_say_is_asked_and_kept_with_the_report() throws Exception {
        String route = "/market-data/import?exchange=y&symbol=%5EASKED&timeframe=1h";
        String file = "Date,Open,High,Low,Close\n03/04/2024 00:00,100,110,90,105\n03/04/2024 01:00,100,110,90,105\n";

        HttpResponse<String> asked = post(route, file);
        HttpResponse<String> wrong = post(route + "&date_format=dd&zone=Mars&decimal=x&map=price%3D1", file);
        HttpResponse<String> preview = post(route + "&date_format=MM/dd/yyyy&zone=-05:00&dry_run=true", file);
        HttpResponse<String> taken = post(route + "&date_format=MM/dd/yyyy&zone=-05:00", file);

        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("03/04/2024", "--date-format", "Nothing was stored");
        assertThat(wrong.statusCode()).isIn(400, 422);
        assertThat(wrong.body()).contains("date_format", "zone", "decimal", "map");
        assertThat(preview.body()).contains("\"remarks\"", "The file has no volume.", "2024-03-04T05:00:00Z");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body())
                .contains(
                        "\"inserted\":2",
                        "\"first\":\"2024-03-04T05:00:00Z\"",
                        "\"zone\":\"-05:00\"",
                        "\"date_format\":\"M/d/y\"");
    }

    @Test
    void a_series_is_removed_by_its_whole_name_and_once() throws Exception {
        String name = "exchange=x&symbol=GONE&timeframe=5m";
        json(post("/market-data/import?" + name, START + ",100.5,101.25,99.125,100.75,12.5"));

        HttpResponse<String> unnamed = send(request("/market-data?exchange=x").DELETE());
        HttpResponse<String> removed = send(request("/market-data?" + name).DELETE());
        HttpResponse<String> again = send(request("/market-data?" + name).DELETE());

        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertThat(unnamed.body()).contains("|symbol", "|timeframe");
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(get("/market-data/candles?" + name).statusCode()).isEqualTo(404);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v2" + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
