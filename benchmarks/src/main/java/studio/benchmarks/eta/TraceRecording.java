package studio.benchmarks.eta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import studio.server.ServerApp;
import studio.server.ServerOptions;

/**
 * Runs real jobs on a server of its own and appends their traces to a file: arguments are an empty data folder, the file,
 * the threads that evaluate trials, and the round, which is also the seed; after them, if not all is wanted, names of
 * scenarios and of optimizers, of which the plain jobs are run.
 *
 * <p>One round is every optimizer, with and without validation, small and large, in a fixed order; then two jobs at once,
 * a job beside threads that do nothing but spin, a job during which the whole process is stopped for some seconds, and
 * one whose server stops midway, in the search or in the validation, and comes back.
 */
public final class TraceRecording {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_NANOS = 100_000_000;
    private static final double IN_THE_SEARCH = 45;
    private static final double IN_THE_VALIDATION = 82;

    private static final String GRID = """
            {"fast_period": {"min": 5, "max": 29, "step": 3}, "slow_period": {"min": 40, "max": 180, "step": 20},
             "average": {"values": ["SMA", "EMA"]}, "atr_multiplier_sl": {"values": [1.5, 2.0, 2.5]},
             "risk_reward_ratio": {"values": [2.0, 3.0]}, "max_holding_periods": {"values": [50, 100]}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path dataDir;
    private final Path file;
    private final int threads;
    private final int round;
    /** Empty for all. */
    private final Set<String> wanted;

    private ServerApp server;

    private TraceRecording(Path dataDir, Path file, int threads, int round, Set<String> wanted) {
        this.wanted = wanted;
        this.dataDir = dataDir;
        this.file = file;
        this.threads = threads;
        this.round = round;
        this.server = open();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        TraceRecording recording = new TraceRecording(
                Path.of(args[0]),
                Path.of(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                Set.of(Arrays.copyOfRange(args, 4, args.length)));
        recording.record();
        recording.server.close();
    }

    private record Job(String strategy, String optimizer, int iterations, int candles, boolean validation) {}

    private ServerApp open() {
        return ServerApp.start(new ServerOptions("127.0.0.1", 0, null, dataDir, threads, 2, null));
    }

    private void record() throws IOException, InterruptedException {
        double length = 0.6 + 0.3 * (round % 4);
        // So that most jobs take some seconds to half a minute: shorter ones are over before anybody asks how long they
        // take.
        double size = 1.5 * length;
        List<Job> jobs = List.of(
                new Job("LIQUIDITY_SWEEP", "random", scaled(6_000, size), 100_000, false),
                new Job("LIQUIDITY_SWEEP", "bayesian", scaled(300, size), 50_000, true),
                new Job("LIQUIDITY_SWEEP", "bayesian", scaled(600, size), 100_000, false),
                new Job("MA_CROSS", "grid", 1, scaled(80_000, length), true),
                new Job("LIQUIDITY_SWEEP", "random", scaled(4_000, size), 100_000, true),
                new Job("MA_CROSS", "random", scaled(12_000, size), 100_000, true),
                new Job("MA_CROSS", "bayesian", scaled(250, size), 20_000, true),
                new Job("LIQUIDITY_SWEEP", "bayesian", scaled(150, size), 100_000, true),
                new Job("LIQUIDITY_SWEEP", "tpe", scaled(500, size), 50_000, true),
                new Job("LIQUIDITY_SWEEP", "cma_es", scaled(2_000, size), 50_000, true),
                new Job("MA_CROSS", "sobol", scaled(8_000, size), 100_000, true));
        for (Job job : jobs) {
            if (isWanted("plain") || isWanted(job.optimizer())) {
                keep("plain", List.of(start(job)));
            }
        }
        if (isWanted("two-at-once")) {
            keep("two-at-once", List.of(start(jobs.get(1)), start(jobs.get(4))));
        }
        if (isWanted("competing-load")) {
            besideSpinners(jobs.get(round % 2 == 0 ? 1 : 4));
        }
        if (isWanted("pause")) {
            stopped(jobs.get(round % 2 == 0 ? 4 : 1));
        }
        if (isWanted("resume")) {
            resumed(jobs.get(round % 2 == 0 ? 4 : 1), round % 4 < 2 ? IN_THE_SEARCH : IN_THE_VALIDATION);
        }
    }

    private boolean isWanted(String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }

    private static int scaled(int size, double factor) {
        return (int) Math.round(size * factor);
    }

    /** Spinning threads come and go while the job runs. */
    private void besideSpinners(Job job) throws IOException, InterruptedException {
        String id = start(job);
        awaitShare(id, 35);
        List<Thread> spinners = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread spinner = new Thread(TraceRecording::spin, "spinner");
            spinner.setDaemon(true);
            spinner.start();
            spinners.add(spinner);
        }
        awaitShare(id, 65);
        spinners.forEach(Thread::interrupt);
        keep("competing-load", List.of(id));
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    /** The whole process stands still for some seconds, as on a laptop that sleeps. */
    private void stopped(Job job) throws IOException, InterruptedException {
        String id = start(job);
        awaitShare(id, 45);
        long pid = ProcessHandle.current().pid();
        new ProcessBuilder("sh", "-c", "kill -STOP " + pid + "; sleep 5; kill -CONT " + pid)
                .start()
                .waitFor();
        keep("pause", List.of(id));
    }

    private void resumed(Job job, double percentage) throws IOException, InterruptedException {
        String id = start(job);
        awaitShare(id, percentage);
        server.close();
        server = open();
        keep("resume", List.of(id));
    }

    private String start(Job job) throws IOException, InterruptedException {
        String body = """
                {"strategy": "%s", "optimizer": "%s", "n_iterations": %d, "lookback_candles": %d, "run_validation": %s,
                 "exchange": "simulated", "symbol": "SIM/USDT", "timeframe": "5m", "min_trades": 3, "seed": %d%s}""".formatted(
                        job.strategy(),
                        job.optimizer(),
                        job.iterations(),
                        job.candles(),
                        job.validation(),
                        round,
                        job.optimizer().equals("grid") ? ", \"parameter_space\": " + GRID : "");
        HttpRequest request = HttpRequest.newBuilder(server.url().resolve("/api/v2/training/start"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        JsonNode answer = json(request);
        JsonNode id =
                answer.at("/summary/job_id").isMissingNode() ? answer.at("/job_id") : answer.at("/summary/job_id");
        if (id.isMissingNode()) {
            throw new IllegalStateException("job not accepted: " + answer);
        }
        return id.asText();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return json(HttpRequest.newBuilder(URI.create(server.url() + "/api/v2" + path))
                .build());
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private JsonNode awaitShare(String id, double percentage) throws IOException, InterruptedException {
        JsonNode progress = get("/training/jobs/" + id + "/progress");
        while (progress.at("/percentage").asDouble() < percentage
                && !progress.at("/is_complete").asBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
            progress = get("/training/jobs/" + id + "/progress");
        }
        return progress;
    }

    /** Waits for the jobs' ends and keeps their traces. */
    private void keep(String scenario, List<String> ids) throws IOException, InterruptedException {
        for (String id : ids) {
            JsonNode end = awaitShare(id, 101);
            JsonNode forecast = get("/training/jobs/" + id + "/forecast");
            if (!forecast.has("trace")) {
                throw new IllegalStateException("job " + id + " left no trace: " + end.at("/error_message"));
            }
            append("# " + scenario + " round " + round + " threads " + threads + "\n"
                    + forecast.at("/trace").asText());
            System.out.printf(
                    "%s %s %.1f s, stood still %.1f s%n",
                    scenario,
                    end.at("/step_details").toString(),
                    forecast.at("/seconds").asDouble(),
                    forecast.at("/longest_standstill_seconds").asDouble());
        }
    }

    private void append(String text) {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
