package studio.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The real server as a process of its own, started as a user would start it, spoken to over HTTP alone. */
public final class ServerProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path dataDir;
    private final int threads;
    private final int port;
    private Process process;

    private ServerProcess(Path dataDir, int threads, int port, Process process) {
        this.dataDir = dataDir;
        this.threads = threads;
        this.port = port;
        this.process = process;
    }

    public static ServerProcess start(Path dataDir, int threads) throws Exception {
        int port = freePort();
        ServerProcess server = new ServerProcess(dataDir, threads, port, launch(dataDir, threads, port));
        server.awaitReady();
        return server;
    }

    /** Where it answers. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Ends the JVM without any chance to tidy up, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void startAgain() throws Exception {
        process = launch(dataDir, threads, port);
        awaitReady();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    void importCsv(Path csv, String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("/market-data/import?" + query)
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofFile(csv))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("import answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** Polls until the answer is as wanted, and returns every answer seen on the way. */
    List<JsonNode> poll(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        List<JsonNode> seen = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode answer = get(path);
            seen.add(answer);
            if (wanted.test(answer)) {
                return seen;
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        throw new IOException(path + " did not come to what was waited for; last: " + seen.get(seen.size() - 1));
    }

    /** All stored trials in order of number, without their durations, which no two runs share. */
    List<String> trials(String jobId) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        int after = 0;
        while (true) {
            JsonNode page = get("/training/jobs/" + jobId + "/trials?limit=1000&after=" + after);
            if (page.get("trials").isEmpty()) {
                return all;
            }
            for (JsonNode trial : page.get("trials")) {
                after = trial.get("number").asInt();
                ((com.fasterxml.jackson.databind.node.ObjectNode) trial).remove("duration_ms");
                all.add(trial.toString());
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void awaitReady() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server ended with " + process.exitValue() + ":\n"
                        + Files.readString(dataDir.resolve("serve.out")));
            }
            try {
                if ("UP".equals(get("/health/ready").get("status").asText())) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
        }
        throw new IOException("the server did not get ready:\n" + Files.readString(dataDir.resolve("serve.out")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2" + path))
                .timeout(Duration.ofSeconds(60));
    }

    private static Process launch(Path dataDir, int threads, int port) throws IOException {
        Files.createDirectories(dataDir);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "studio.desktop.launch.Main",
                "serve",
                "--port",
                Integer.toString(port),
                "--data-dir",
                dataDir.toString(),
                "--threads",
                Integer.toString(threads));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        dataDir.resolve("serve.out").toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
