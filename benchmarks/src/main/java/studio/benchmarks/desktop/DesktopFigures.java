package studio.benchmarks.desktop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import studio.desktop.client.HttpTrainingClient;
import studio.desktop.client.JobQuery;
import studio.desktop.client.TrainingClient;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.market.Timeframe;
import studio.server.ServerApp;
import studio.server.ServerOptions;
import studio.server.embedded.EmbeddedPostgres;

/** Measures the window against a real server with a long history, and prints what came out. */
public final class DesktopFigures {
    private static final int QUERIES = 15;
    private static final int CANDLES = 30_000;
    private static final int LONG_CANDLES = 100_000;
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private DesktopFigures() {}

    /**
     * Arguments: how many jobs the history has (100000), how often modal and results are opened and closed (1000), and which
     * part alone to measure: {@code start}, {@code queries}, {@code preview} or {@code window} (all).
     */
    public static void main(String[] args) throws Exception {
        int jobs = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int cycles = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        String part = args.length > 2 ? args[2] : "";
        Path folder = Files.createTempDirectory("studio-desktop-figures");
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder.resolve("database"))) {
            String url = "postgresql://" + database.user() + ":" + database.password() + "@127.0.0.1:" + database.port()
                    + "/postgres";
            ServerOptions options = ServerOptions.standard(folder);
            try (ServerApp server = ServerApp.start(new ServerOptions(
                    options.host(), 0, url, folder, options.threads(), options.parallelJobs(), null))) {
                measure(server.url(), folder, database, jobs, cycles, part);
            }
        }
        System.exit(0);
    }

    private static void measure(URI server, Path folder, EmbeddedPostgres database, int jobs, int cycles, String part)
            throws Exception {
        String jobId;
        try (TrainingClient client = new HttpTrainingClient(server)) {
            bringIn(server, "WALK", CANDLES);
            bringIn(server, "LONG", LONG_CANDLES);
            jobId = train(client);
            SeededJobs.add(database, jobs);
            if (part.isEmpty() || part.equals("start")) {
                new Startups(folder).measure(server);
            }
            if (part.isEmpty() || part.equals("queries")) {
                queries(client, jobs);
            }
        }
        if (part.isEmpty() || part.equals("preview")) {
            WindowFigures.inItsOwnProcess(server, jobId, cycles, "preview");
        }
        if (part.isEmpty() || part.equals("window")) {
            WindowFigures.inItsOwnProcess(server, jobId, cycles, "window");
        }
    }

    private static void bringIn(URI server, String base, int candles) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(
                        "/api/v2/market-data/import?exchange=walk&symbol=" + base + "%2FUSDT&timeframe=5m"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(walk(candles)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("the import answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** A small training whose trials and results the screens show. */
    private static String train(TrainingClient client) {
        StartRequest request = StartRequest.of("LIQUIDITY_SWEEP", "walk", "WALK/USDT", Timeframe.M5);
        String jobId = client.start(with(request)).summary().jobId();
        while (!client.job(jobId).summary().status().isEnded()) {
            Thread.onSpinWait();
        }
        return jobId;
    }

    /** A seeded random walk, so that every run of the benchmark draws the same candles. */
    private static byte[] walk(int candles) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        double price = 100;
        for (int i = 0; i < candles; i++) {
            double open = price;
            price *= 1 + (random.nextDouble() - 0.5) * 0.01;
            double high = Math.max(open, price) * (1 + random.nextDouble() * 0.003);
            double low = Math.min(open, price) * (1 - random.nextDouble() * 0.003);
            double volume = 1 + Math.exp(random.nextDouble() * 4);
            csv.append(FIRST.plusSeconds(i * 300L))
                    .append(',')
                    .append(open)
                    .append(',')
                    .append(high);
            csv.append(',')
                    .append(low)
                    .append(',')
                    .append(price)
                    .append(',')
                    .append(volume)
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StartRequest with(StartRequest r) {
        return new StartRequest(
                r.strategy(),
                r.strategyVersion(),
                r.symbol(),
                r.exchange(),
                r.timeframe(),
                OptimizerKind.RANDOM,
                r.lookbackDays(),
                r.lookbackCandles(),
                1_000,
                r.objective(),
                r.minTrades(),
                7L,
                r.parameterSpace(),
                r.runValidation(),
                r.validation(),
                r.costs(),
                r.dataQuality(),
                r.name(),
                r.note(),
                r.tags(),
                r.createdBy());
    }

    private static void queries(TrainingClient client, int jobs) {
        System.out.println("first page of " + jobs + " jobs over HTTP, median of " + QUERIES + ":");
        query(client, Map.of(), "-created_at");
        query(client, Map.of(), "-best_score");
        query(client, Map.of(), "-net_profit_pct");
        query(client, Map.of(), "-started_at");
        query(client, Map.of(), "-duration");
        query(client, Map.of(), "-trades");
        query(client, Map.of(), "strategy");
        query(client, Map.of(), "symbol");
        query(client, Map.of(), "status");
        query(client, Map.of(), "name");
        query(client, Map.of("status", "FAILED"), "-created_at");
        query(client, Map.of("status", "RUNNING"), "-created_at");
        query(client, Map.of("q", "run 99990"), "-created_at");
        query(client, Map.of("min_best_score", "2.9", "verdict", "ROBUST"), "-best_score");
        query(client, Map.of("tags", "july"), "-created_at");
        query(client, Map.of("pinned", "true"), "-created_at");
    }

    private static void query(TrainingClient client, Map<String, String> filters, String sort) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            long before = System.nanoTime();
            client.jobs(new JobQuery(filters, sort, 100, null));
            millis.add((System.nanoTime() - before) / 1e6);
        }
        Collections.sort(millis);
        System.out.printf("  %-44s %-16s %7.1f ms%n", filters, sort, millis.get(QUERIES / 2));
    }
}
