package studio.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Speaks to servers as a script of an analyst's would. */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    record Answer(int status, String body, Optional<String> retryAfter) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + body, e);
            }
        }
    }

    Answer get(URI server, String path) throws IOException, InterruptedException {
        return send(request(server, path).GET());
    }

    /** A start that may be repeated with its key until it is answered. */
    Answer start(URI server, String json, @Nullable String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(server, "/training/start")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    /** Seeded five-minute candles of {@code soak SOAK/USDT}. */
    void importCandles(URI server, int count) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double last = 100;
        for (int i = 0; i < count; i++) {
            double open = last;
            double close = open * (1 + 0.002 * Math.sin(i / 40.0) + 0.006 * (random.nextDouble() - 0.5));
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
                    1 + random.nextDouble()));
            last = close;
        }
        Answer answer = send(request(server, "/market-data/import?exchange=soak&symbol=SOAK/USDT&timeframe=5m")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv.toString())));
        if (answer.status() != 200) {
            throw new IOException("import answered " + answer.status() + " " + answer.body());
        }
    }

    /** A request of that many trials, the same for the same number. */
    static String training(int number, int iterations, String optimizer, boolean validation) {
        return String.format(Locale.ROOT, """
                {"strategy": "MA_CROSS", "exchange": "soak", "symbol": "SOAK/USDT", "timeframe": "5m",
                 "optimizer": "%s", "n_iterations": %d, "min_trades": 3, "seed": %d, "run_validation": %s,
                 "created_by": "soak"}
                """, optimizer, iterations, 1_000 + number, validation);
    }

    private static HttpRequest.Builder request(URI server, String path) {
        return HttpRequest.newBuilder(URI.create(server + "/api/v2" + path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
    }
}
