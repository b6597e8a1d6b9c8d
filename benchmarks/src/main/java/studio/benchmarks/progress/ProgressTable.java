package studio.benchmarks.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import studio.server.embedded.EmbeddedPostgres;

/**
 * Prints what an update costs, on one thread and on eight, beside UPSERTs to an embedded PostgreSQL with every
 * durability setting on, and then the minute of {@link MillionUpdates}. Arguments: seconds of each measured round
 * (default 1), seconds of the load (default 60, 0 leaves it out).
 */
public final class ProgressTable {
    private ProgressTable() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        int load = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        Path folder = Files.createTempDirectory("progress-benchmark");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            System.out.println("| what | threads | ns | p99.9 ns | bytes |");
            System.out.println("|---|---|---|---|---|");
            for (int threads : TrackerBenchmark.threads()) {
                tracker(threads, seconds);
            }
            upserts(postgres, seconds);
            if (load > 0) {
                MillionUpdates.run(postgres, load);
            }
        } finally {
            delete(folder);
        }
    }

    private static void tracker(int threads, int seconds) throws RunnerException {
        Collection<RunResult> average = new Runner(options(TrackerBenchmark.class, seconds)
                        .threads(threads)
                        .mode(Mode.AverageTime)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        Collection<RunResult> sampled = new Runner(options(TrackerBenchmark.class, seconds)
                        .include("snapshotAndUpdate")
                        .threads(threads)
                        .mode(Mode.SampleTime)
                        .build())
                .run();
        double tail =
                sampled.iterator().next().getPrimaryResult().getStatistics().getPercentile(99.9);
        for (RunResult result : average) {
            boolean update = result.getParams().getBenchmark().endsWith("snapshotAndUpdate");
            row(result, threads, update ? tail : Double.NaN);
        }
    }

    private static void upserts(EmbeddedPostgres postgres, int seconds) throws RunnerException {
        Collection<RunResult> results = new Runner(options(UpsertBenchmark.class, seconds)
                        .jvmArgsAppend(
                                "-D" + UpsertBenchmark.URL + "=" + postgres.jdbcUrl(),
                                "-D" + UpsertBenchmark.USER + "=" + postgres.user(),
                                "-D" + UpsertBenchmark.PASSWORD + "=" + postgres.password())
                        .build())
                .run();
        results.forEach(result -> row(result, 1, Double.NaN));
    }

    private static org.openjdk.jmh.runner.options.ChainedOptionsBuilder options(Class<?> benchmark, int seconds) {
        return new OptionsBuilder()
                .include(benchmark.getName().replace("$", "."))
                .measurementTime(TimeValue.seconds(seconds))
                .timeUnit(TimeUnit.NANOSECONDS);
    }

    private static void row(RunResult result, int threads, double tail) {
        String name = result.getParams().getBenchmark();
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (bytes == null) {
            bytes = result.getSecondaryResults().get("\u00b7gc.alloc.rate.norm");
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %s | %s |%n",
                name.substring(name.lastIndexOf('.') + 1),
                threads,
                result.getPrimaryResult().getScore(),
                Double.isNaN(tail) ? "" : String.format(Locale.ROOT, "%.0f", tail),
                bytes == null ? "" : String.format(Locale.ROOT, "%.1f", bytes.getScore()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
