package studio.benchmarks.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A training with and without clients that poll every 2 s, in turn: one in so many at the job that trains, which has something
 * new at every look, the others at jobs that wait behind it. Arguments: clients (5,000), seconds of each stretch (10, less
 * than half of the time after which the server closes a silent connection), rounds (9), threads of the training (all cores but one), one in how many at the job that trains (10; 1 for all of them).
 */
public final class PollSoak {
    private static final int CANDLES = 100_000;
    /** The compiler keeps a processor half busy in the first half of a minute. */
    private static final long WARM_MILLIS = 30_000;

    private static final Pattern STORED = Pattern.compile("(?m)^studio_trials_stored_total ([0-9.E+]+)$");

    private record Load(int clients, int seconds, int rounds, int threads, int oneIn) {}

    private PollSoak() {}

    public static void main(String[] arguments) throws Exception {
        Load load = new Load(
                argument(arguments, 0, 5_000),
                argument(arguments, 1, 10),
                argument(arguments, 2, 9),
                argument(arguments, 3, Math.max(1, Runtime.getRuntime().availableProcessors() - 1)),
                argument(arguments, 4, 10));
        Path folder = Files.createTempDirectory("studio-poll-soak");
        SoakDatabase database = new SoakDatabase(folder);
        ServerProcess server = ServerProcess.startFast(database.url(), folder, load.threads());
        try {
            Requests requests = new Requests();
            requests.importCandles(server.url(), CANDLES);
            // Once a job of this kind has ended, the end of those that wait is foreseen, and told to all who ask.
            requests.start(server.url(), Requests.training(99, 10_000, "random", false), null);
            // So many trials that the next one outlasts nine rounds of 10 s.
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < load.oneIn(); i++) {
                // The server runs one job at a time, so that the others wait.
                String jobId = requests.start(server.url(), Requests.training(i, 1_000_000, "random", false), null)
                        .json()
                        .get("job_id")
                        .asText();
                paths.add("/api/v2/training/jobs/" + jobId + "/progress");
            }
            while (stored(server) < 12_000) {
                Thread.sleep(100);
            }
            measure(server, database, paths, load);
        } finally {
            server.kill();
            database.stop();
        }
        SoakFolders.delete(folder);
    }

    private static void measure(ServerProcess server, SoakDatabase database, List<String> paths, Load load)
            throws Exception {
        Meter meter = new Meter(server, database);
        PollingClients clients = new PollingClients(server.url(), paths, load.clients());
        System.err.println("warming up: compiled code, open connections");
        clients.run(WARM_MILLIS);
        List<Pace> alone = new ArrayList<>();
        List<Pace> beside = new ArrayList<>();
        PollingClients.Result sum = new PollingClients.Result();
        long millis = load.seconds() * 1_000L;
        for (int round = 0; round < load.rounds(); round++) {
            PollingClients.Result one = new PollingClients.Result();
            Stretch polled = () -> one.add(clients.run(millis));
            // In turn first and second: the machine's pace drifts.
            if (round % 2 == 0) {
                alone.add(meter.pace(() -> Thread.sleep(millis)));
                beside.add(meter.pace(polled));
            } else {
                beside.add(meter.pace(polled));
                alone.add(meter.pace(() -> Thread.sleep(millis)));
            }
            sum.add(one);
            System.err.printf(
                    Locale.ROOT,
                    "round %d of %d: %.0f trials/s alone, %.0f beside; p99 %.1f ms, %d errors%n",
                    round + 1,
                    load.rounds(),
                    alone.get(round).trials(),
                    beside.get(round).trials(),
                    one.percentile(99),
                    one.errors());
        }
        clients.close();
        double[] slowed = IntStream.range(0, load.rounds())
                .mapToDouble(
                        i -> 100 * (1 - beside.get(i).trials() / alone.get(i).trials()))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "| clients, each every 2 s | %d, one in %d at the job that trains on %d thread(s), the others at jobs that"
                        + " wait |%n",
                load.clients(),
                load.oneIn(),
                load.threads());
        System.out.printf(
                Locale.ROOT,
                "| requests | %d in %d s, %.0f a second, %.1f %% of them 304 |%n",
                sum.answers(),
                load.seconds() * load.rounds(),
                sum.answers() / (double) (load.seconds() * load.rounds()),
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
                "| trials a second | %.0f alone, %.0f beside the clients (medians of %d); slowed by %.1f %% (median of the"
                        + " rounds, which were %.1f to %.1f %%) |%n",
                median(alone, Pace::trials),
                median(beside, Pace::trials),
                load.rounds(),
                median(slowed),
                slowed[0],
                slowed[slowed.length - 1]);
        System.out.printf(
                Locale.ROOT,
                "| processors busy, alone and beside the clients | server %.2f and %.2f, PostgreSQL %.2f and %.2f,"
                        + " clients %.2f and %.2f |%n",
                median(alone, Pace::server),
                median(beside, Pace::server),
                median(alone, Pace::database),
                median(beside, Pace::database),
                median(alone, Pace::clients),
                median(beside, Pace::clients));
    }

    private interface Stretch {
        void run() throws Exception;
    }

    /** Trials stored a second, and how many processors each process kept busy. */
    private record Pace(double trials, double server, double database, double clients) {}

    private record Meter(ServerProcess server, SoakDatabase database) {
        Pace pace(Stretch stretch) throws Exception {
            double trials = stored(server);
            Duration serverTime = server.processorTime();
            Duration databaseTime = database.processorTime();
            Duration clientTime = own();
            long began = System.nanoTime();
            stretch.run();
            double nanos = System.nanoTime() - began;
            return new Pace(
                    (stored(server) - trials) / nanos * 1e9,
                    server.processorTime().minus(serverTime).toNanos() / nanos,
                    database.processorTime().minus(databaseTime).toNanos() / nanos,
                    own().minus(clientTime).toNanos() / nanos);
        }

        private static Duration own() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }
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

    private static double median(List<Pace> paces, ToDoubleFunction<Pace> figure) {
        return median(paces.stream().mapToDouble(figure).sorted().toArray());
    }

    private static double median(double[] ascending) {
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
