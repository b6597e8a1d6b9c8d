package studio.benchmarks.stored;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestEvaluator;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSpace;
import studio.engine.search.Search;
import studio.engine.search.SearchPlan;
import studio.engine.search.SearchResult;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;

/**
 * Random trials of the liquidity sweep on real candles, by the engine alone and as a job of a server with its progress
 * asked for four times a second, in turns in one process. Arguments: CSV of five-minute candles, trials (10,000),
 * rounds (5), threads (all processors).
 */
public final class StoredTrials {
    private static final String SERIES = "exchange=benchmark&symbol=BTC/USDT&timeframe=5m";
    private static final long SEED = 42;

    private final Candles candles;
    private final Path csv;
    private final int trials;
    private final int rounds;
    private final int threads;
    private final PrintStream out = System.out;

    private StoredTrials(Path csv, int trials, int rounds, int threads) throws IOException {
        this.csv = csv;
        this.candles = read(csv);
        this.trials = trials;
        this.rounds = rounds;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("which CSV of five-minute candles?");
        }
        new StoredTrials(
                        Path.of(arguments[0]),
                        number(arguments, 1, 10_000),
                        number(arguments, 2, 5),
                        number(arguments, 3, Runtime.getRuntime().availableProcessors()))
                .run();
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("stored-trials");
        ProcessorTime processors = new ProcessorTime(data);
        List<Took> alone = new ArrayList<>();
        List<Took> steps = new ArrayList<>();
        List<Took> jobs = new ArrayList<>();
        try (TrainingServer server = new TrainingServer(data, threads)) {
            server.importCandles(SERIES, csv);
            engineAlone();
            server.train(request());
            for (int round = 0; round < rounds; round++) {
                ProcessorTime.Spent before = processors.now();
                long start = System.nanoTime();
                double best = engineAlone();
                alone.add(new Took(Duration.ofNanos(System.nanoTime() - start), processors.since(before)));
                before = processors.now();
                TrainingServer.Run run = server.train(request());
                if (run.bestScore() != best || run.trials() != trials) {
                    throw new IllegalStateException(run + " is not the engine's search with best " + best);
                }
                steps.add(new Took(run.optimization(), processors.since(before)));
                jobs.add(new Took(run.job(), processors.since(before)));
                System.err.println("round " + (round + 1) + ": alone " + alone.get(round) + ", job " + jobs.get(round));
            }
        } finally {
            delete(data);
        }
        print(alone, steps, jobs);
    }

    /** The best score of the search, with indicators computed anew as a job does. */
    private double engineAlone() {
        Strategy strategy = StrategyCatalogue.standard().find("LIQUIDITY_SWEEP").orElseThrow();
        Backtest backtest = new Backtest(strategy, IndicatorCache.of(candles), CostSettings.standard());
        ParameterSpace space = ParameterSpace.of(strategy.parameters(), Map.of());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            SearchResult result = Search.run(
                    new SearchPlan(
                            Optimizers.create(OptimizerKind.RANDOM, space, SEED, trials),
                            trials,
                            new BacktestEvaluator(backtest, Objective.SHARPE_RATIO, 10, 0, candles.size()),
                            Map.of(),
                            trial -> {},
                            () -> false),
                    workers);
            return result.best().orElseThrow().evaluation().score();
        } finally {
            workers.shutdownNow();
        }
    }

    private Map<String, Object> request() {
        return Map.of(
                "strategy", "LIQUIDITY_SWEEP",
                "exchange", "benchmark",
                "symbol", "BTC/USDT",
                "timeframe", "5m",
                "optimizer", "random",
                "n_iterations", trials,
                "lookback_candles", candles.size(),
                "seed", SEED,
                "run_validation", false);
    }

    /** One run: on the clock, and in time of all processors. */
    private record Took(Duration clock, ProcessorTime.Spent processors) {}

    private void print(List<Took> alone, List<Took> steps, List<Took> jobs) {
        double engine = median(alone, Took::clock);
        out.println();
        out.println("| " + trials + " random trials of the liquidity sweep, " + candles.size() + " candles, " + threads
                + " threads | seconds | × engine | processor seconds, program | PostgreSQL |");
        out.println("|---|---|---|---|---|");
        out.println(row("engine alone", alone, engine));
        out.println(row("optimization step of a job, every trial stored, progress on", steps, engine));
        out.println(row("whole job, data collection and saved configuration included", jobs, engine));
        out.println();
        out.println("Medians of " + rounds + " rounds in turns after one of warm-up; JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors shared with the embedded PostgreSQL (fsync and synchronous_commit on). Processor"
                + " seconds of both job rows are those of the whole job.");
    }

    private static String row(String what, List<Took> runs, double engine) {
        double seconds = median(runs, Took::clock);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f |",
                what,
                seconds,
                seconds / engine,
                median(runs, took -> took.processors().program()),
                median(runs, took -> took.processors().database()));
    }

    private static double median(List<Took> runs, Function<Took, Duration> figure) {
        List<Duration> sorted = runs.stream().map(figure).sorted().toList();
        return sorted.get(sorted.size() / 2).toNanos() / 1e9;
    }

    private static Candles read(Path csv) throws IOException {
        double[][] rows;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                csv.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(csv))
                        : Files.newInputStream(csv),
                StandardCharsets.UTF_8))) {
            rows = reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
        long[] time = Arrays.stream(rows).mapToLong(row -> (long) row[0]).toArray();
        double[][] columns = new double[5][];
        for (int c = 0; c < columns.length; c++) {
            int column = c + 1;
            columns[c] = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
        }
        return new Candles(Timeframe.M5, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
