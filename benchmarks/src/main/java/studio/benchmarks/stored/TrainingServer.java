package studio.benchmarks.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.server.ServerApp;
import studio.server.ServerOptions;

/** A whole server with its embedded PostgreSQL in this process, spoken to over HTTP as the app does. */
final class TrainingServer implements AutoCloseable {
    private static final long POLL_MILLIS = 250;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerApp server;

    TrainingServer(Path dataDir, int threads) {
        this.server =
                ServerApp.start(ServerOptions.standard(dataDir).withPort(0).withThreads(threads));
        // PostgreSQL is a process of its own: a benchmark that is broken off must not leave it behind.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-server"));
    }

    /** Candles from a CSV file, plain or gzip. */
    void importCandles(String series, Path file) throws IOException, InterruptedException {
        send("POST", "/market-data/import?" + series, BodyPublishers.ofFile(file));
    }

    /**
     * What one job took.
     *
     * @param job from its start on a worker to its committed end
     * @param optimization its second step
     */
    record Run(String jobId, Duration job, Duration optimization, double bestScore, int trials) {}

    /** Starts a job and asks for its progress as often as the app does, until it has ended. */
    Run train(Map<String, Object> request) throws IOException, InterruptedException {
        JsonNode started = send("POST", "/training/start", BodyPublishers.ofString(json.writeValueAsString(request)));
        String id = started.get("job_id").asText();
        CountDownLatch never = new CountDownLatch(1);
        JsonNode progress;
        do {
            if (never.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
            progress = send("GET", "/training/jobs/" + id + "/progress", null);
        } while (!progress.get("is_complete").asBoolean());
        if (!progress.get("status").asText().equals("COMPLETED")) {
            throw new IllegalStateException("job " + id + " has not completed: " + progress);
        }
        JsonNode trials = send("GET", "/training/jobs/" + id + "/trials?after=0&limit=1", null);
        return new Run(
                id,
                Duration.between(time(progress, "started_at"), time(progress, "updated_at")),
                step(progress),
                progress.get("best_score").asDouble(),
                trials.get("total").asInt());
    }

    private static Duration step(JsonNode progress) {
        for (JsonNode step : progress.get("steps")) {
            if (step.get("key").asText().equals("optimization")) {
                return Duration.between(time(step, "started_at"), time(step, "ended_at"));
            }
        }
        throw new IllegalStateException("no optimization step in " + progress);
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }

    private JsonNode send(String method, String path, @Nullable BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v2" + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : body)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
