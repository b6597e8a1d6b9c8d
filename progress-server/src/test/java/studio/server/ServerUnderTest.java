package studio.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import studio.server.shared.sql.TestDatabase;

/** The real server on a database of its own, spoken to over HTTP. */
final class ServerUnderTest implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final @org.jspecify.annotations.Nullable TestDatabase database;
    private final ServerApp app;
    private final HttpClient http = HttpClient.newHttpClient();

    ServerUnderTest(Path dataDir) {
        this(dataDir, UnaryOperator.identity());
    }

    /** With other options than usual. */
    ServerUnderTest(Path dataDir, UnaryOperator<ServerOptions> other) {
        database = TestDatabase.create();
        app = start(dataDir, database.url(), other);
    }

    /** On a database of the test's own, which may be stopped under it. */
    ServerUnderTest(Path dataDir, String databaseUrl) {
        database = null;
        app = start(dataDir, databaseUrl, UnaryOperator.identity());
    }

    private static ServerApp start(Path dataDir, String databaseUrl, UnaryOperator<ServerOptions> other) {
        return ServerApp.start(other.apply(new ServerOptions("127.0.0.1", 0, databaseUrl, dataDir, 2, 2, null)
                .withTakeover(Duration.ofSeconds(5))));
    }

    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    URI url() {
        return app.url();
    }

    Set<String> routes() {
        return app.routes();
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer method(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer raw(String path, String contentType, byte[] body) {
        return send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Imports seeded five-minute candles of {@code test TEST/USDT}. */
    void importCandles(int count) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double last = 100;
        for (int i = 0; i < count; i++) {
            double open = last;
            double close = open * (1 + 0.006 * (random.nextDouble() - 0.5));
            double high = Math.max(open, close) * (1 + 0.002 * random.nextDouble());
            double low = Math.min(open, close) * (1 - 0.002 * random.nextDouble());
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.6f,%.6f,%.6f,%.3f%n",
                    1_700_000_100_000L + i * 300_000L,
                    open,
                    high,
                    low,
                    close,
                    1 + random.nextDouble() * (random.nextInt(8) == 0 ? 12 : 2)));
            last = close;
        }
        Answer answer = raw(
                "/market-data/import?exchange=test&symbol=TEST/USDT&timeframe=5m",
                "text/csv",
                csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (answer.status() != 200 || answer.json().get("inserted").asInt() != count) {
            throw new AssertionError("import answered " + answer.status() + " " + answer.body());
        }
    }

    JsonNode await(String path, Predicate<JsonNode> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = get(path).json();
        while (!wanted.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(path + " did not come to what was waited for: " + last);
            }
            Thread.onSpinWait();
            last = get(path).json();
        }
        return last;
    }

    long count(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(app.url() + "/api/v2" + path)).timeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        app.close();
        if (database != null) {
            database.close();
        }
    }
}
