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
        List<Duration> alone = new ArrayList<>();
        List<TrainingServer.Run> stored = new ArrayList<>();
        try (TrainingServer server = new TrainingServer(data, threads)) {
            server.importCandles(SERIES, csv);
            engineAlone();
            server.train(request());
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                double best = engineAlone();
                alone.add(Duration.ofNanos(System.nanoTime() - start));
                TrainingServer.Run run = server.train(request());
                if (run.bestScore() != best || run.trials() != trials) {
                    throw new IllegalStateException(run + " is not the engine's search with best " + best);
                }
                stored.add(run);
            }
        } finally {
            delete(data);
        }
        print(alone, stored);
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

    private void print(List<Duration> alone, List<TrainingServer.Run> stored) {
        double engine = median(alone.stream());
        double step = median(stored.stream().map(TrainingServer.Run::optimization));
        double job = median(stored.stream().map(TrainingServer.Run::job));
        out.println();
        out.println("| " + trials + " random trials of the liquidity sweep, " + candles.size() + " candles, " + threads
                + " threads | seconds | × engine |");
        out.println("|---|---|---|");
        out.println(row("engine alone", engine, engine));
        out.println(row("optimization step of a job, every trial stored, progress on", step, engine));
        out.println(row("whole job, data collection and saved configuration included", job, engine));
        out.println();
        out.println("Medians of " + rounds + " rounds in turns after one of warm-up; JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors shared with the embedded PostgreSQL (fsync and synchronous_commit on).");
        out.println("Engine: " + alone + ", steps: "
                + stored.stream().map(TrainingServer.Run::optimization).toList() + ", jobs: "
                + stored.stream().map(TrainingServer.Run::job).toList());
    }

    private static String row(String what, double seconds, double engine) {
        return String.format(Locale.ROOT, "| %s | %.2f | %.2f |", what, seconds, seconds / engine);
    }

    private static double median(Stream<Duration> durations) {
        List<Duration> sorted = durations.sorted().toList();
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
