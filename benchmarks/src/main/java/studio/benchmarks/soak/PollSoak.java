package studio.benchmarks.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A training with and without clients that poll it every 2 s, in turn. Arguments: clients (5,000), seconds of each stretch
 * (20), rounds (5), threads of the training (all cores but one).
 */
public final class PollSoak {
    private static final Pattern STORED = Pattern.compile("(?m)^studio_trials_stored_total ([0-9.E+]+)$");

    private PollSoak() {}

    public static void main(String[] arguments) throws Exception {
        int clients = argument(arguments, 0, 5_000);
        int seconds = argument(arguments, 1, 20);
        int rounds = argument(arguments, 2, 5);
        int threads = argument(arguments, 3, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        Path folder = Files.createTempDirectory("studio-poll-soak");
        SoakDatabase database = new SoakDatabase(folder);
        ServerProcess server = ServerProcess.startFast(database.url(), folder, threads);
        try {
            Requests requests = new Requests();
            requests.importCandles(server.url(), 20_000);
            String jobId = requests.start(server.url(), Requests.training(1, 1_000_000, "random", false), null)
                    .json()
                    .get("job_id")
                    .asText();
            while (stored(server) < 2_000) {
                Thread.sleep(100);
            }
            measure(server, jobId, new int[] {clients, seconds, rounds, threads});
        } finally {
            server.kill();
            database.stop();
        }
        SoakFolders.delete(folder);
    }

    private static void measure(ServerProcess server, String jobId, int[] of) throws Exception {
        // Warm up: compiled code, open connections.
        PollingClients clients =
                new PollingClients(server.url(), "/api/v2/training/jobs/" + jobId + "/progress", of[0]);
        clients.run(10_000);
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        PollingClients.Result sum = new PollingClients.Result();
        for (int round = 0; round < of[2]; round++) {
            alone.add(rate(server, () -> Thread.sleep(of[1] * 1_000L)));
            beside.add(rate(server, () -> sum.add(clients.run(of[1] * 1_000L))));
        }
        clients.close();
        double slowed = 100 * (1 - median(beside) / median(alone));
        System.out.printf(Locale.ROOT, "| clients, each every 2 s | %d, training on %d thread(s) |%n", of[0], of[3]);
        System.out.printf(
                Locale.ROOT,
                "| requests | %d in %d s, %.0f a second, %.1f %% of them 304 |%n",
                sum.answers(),
                of[1] * of[2],
                sum.answers() / (double) (of[1] * of[2]),
                100 * sum.share(304));
        System.out.printf(Locale.ROOT, "| errors | %d |%n", sum.errors());
        System.out.printf(
                Locale.ROOT,
                "| latency from due to last byte | median %.1f ms, p99 %.1f ms, p99.9 %.1f ms, worst %.0f ms |%n",
                sum.percentile(50),
                sum.percentile(99),
                sum.percentile(99.9),
                sum.percentile(100));
        System.out.printf(
                Locale.ROOT,
                "| trials a second | %.0f alone, %.0f beside the clients (medians of %d): slowed by %.1f %% |%n",
                median(alone),
                median(beside),
                of[2],
                slowed);
    }

    private interface Stretch {
        void run() throws Exception;
    }

    private static double rate(ServerProcess server, Stretch stretch) throws Exception {
        double before = stored(server);
        long began = System.nanoTime();
        stretch.run();
        return (stored(server) - before) / ((System.nanoTime() - began) / 1e9);
    }

    private static double stored(ServerProcess server) throws Exception {
        String metrics = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(server.url().resolve("/metrics"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher found = STORED.matcher(metrics);
        if (!found.find()) {
            throw new IllegalStateException("no trials counted: " + metrics);
        }
        return Double.parseDouble(found.group(1));
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : Arrays.stream(sorted, sorted.length / 2 - 1, sorted.length / 2 + 1)
                        .average()
                        .orElseThrow();
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
