package studio.benchmarks.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
 * (default 1), seconds of the load (default 60, 0 leaves it out). Takes about three minutes.
 *
 * <p>Two times are told of an update: on the clock, averaged over the calls of each thread, and of the processor, the
 * threads' own processor time over all their calls. The first counts a thread's wait for its turn where there are more
 * threads than processors; the second does not, but counts every wait for a cache line.
 */
public final class ProgressTable {
    /** JMH tells its rounds on the way; the table comes whole at the end. */
    private static final List<String> ROWS = new ArrayList<>();

    private ProgressTable() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        int load = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        Path folder = Files.createTempDirectory("progress-benchmark");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            for (int threads : TrackerBenchmark.threads()) {
                tracker(threads, seconds);
            }
            upserts(postgres, seconds);
            System.out.printf(
                    "%n%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
            System.out.println("| what | threads | ns on the clock | ns of the processor | p99.9 ns | bytes |");
            System.out.println("|---|---|---|---|---|---|");
            ROWS.forEach(System.out::println);
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
        double calls = secondary(result, TrackerBenchmark.CALLS);
        double processor = secondary(result, TrackerBenchmark.PROCESSOR_NANOS) / calls;
        double bytes = secondary(result, "gc.alloc.rate.norm");
        ROWS.add(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %s | %s | %s |",
                name.substring(name.lastIndexOf('.') + 1),
                threads,
                result.getPrimaryResult().getScore(),
                figure("%.1f", processor),
                figure("%.0f", tail),
                figure("%.1f", bytes)));
    }

    /** NaN where it was not measured; older versions of JMH put a dot before a profiler's figures. */
    private static double secondary(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        Result<?> dotted = result.getSecondaryResults().get("\u00b7" + name);
        return found != null ? found.getScore() : dotted != null ? dotted.getScore() : Double.NaN;
    }

    private static String figure(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
