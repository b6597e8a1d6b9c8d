package studio.benchmarks.engine;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link EngineBenchmark} on one thread and its trials on two right after it, then on a series eight times as long,
 * and prints the table as Markdown. The row of plain arithmetic tells what two threads of this machine are worth beside
 * one, whatever they do. Arguments: measured seconds (7), part of a benchmark's name (all).
 */
public final class EngineTable {
    private static final int CANDLES = 20_000;
    private static final int LONG_CANDLES = 160_000;
    private static final int WARM_UP = 5;
    private static final String CONTROL = "arithmetic";
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put(CONTROL, "no backtest: multiplications and additions, nothing shared");
        TITLES.put("crossDefaults", "moving-average cross, stops, all metrics: defaults");
        TITLES.put("crossNewTrial", "the same: a new random trial each time");
        TITLES.put("crossAlone", "the same: every indicator computed anew");
        TITLES.put("crossTextDefaults", "moving-average cross as a text, all metrics: defaults");
        TITLES.put("crossTextNewTrial", "the same: a new random trial each time");
        TITLES.put("rsiClass", "RSI reversion, all metrics: defaults");
        TITLES.put("rsiText", "the same as a text");
        TITLES.put("donchianClass", "Donchian breakout, all metrics: defaults");
        TITLES.put("donchianText", "the same as a text");
        TITLES.put("bollingerClass", "Bollinger reversion, all metrics: defaults");
        TITLES.put("bollingerText", "the same as a text");
        TITLES.put("fortyNodesNewTrial", "a text of 40 nodes with five inputs: a new random trial each time");
        TITLES.put("sweepDefaults", "liquidity sweep, all metrics: defaults");
        TITLES.put("sweepNewTrial", "the same: a new random trial each time");
        TITLES.put("sweepAlone", "the same: every indicator computed anew");
        TITLES.put("samePercentCross", "long-only cross with stop and target in percent");
        TITLES.put("samePercentCrossAlone", "the same: every indicator computed anew");
        TITLES.put("ta4jPercentCross", "ta4j 0.17 (double), the same trades; return and drawdown only");
    }

    private final int seconds;
    private final String part;
    private final PrintStream out = System.out;

    private EngineTable(int seconds, String part) {
        this.seconds = seconds;
        this.part = part;
    }

    public static void main(String[] arguments) throws RunnerException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        new EngineTable(seconds, arguments.length > 1 ? arguments[1] : "").run();
    }

    private void run() throws RunnerException {
        List<String> all =
                TITLES.keySet().stream().filter(name -> name.contains(part)).toList();
        List<String> shared = all.stream()
                .filter(name -> name.endsWith("Defaults") || name.endsWith("NewTrial"))
                .toList();
        Map<String, Figure> one = new LinkedHashMap<>();
        Map<String, Figure> two = new LinkedHashMap<>();
        for (String name : all) {
            one.putAll(measure(List.of(name), 1, CANDLES));
            if (shared.contains(name) || name.equals(CONTROL)) {
                two.putAll(measure(List.of(name), 2, CANDLES));
            }
        }
        Map<String, Figure> larger = measure(shared, 1, LONG_CANDLES);
        out.println();
        out.println(
                "| backtest of " + CANDLES + " candles | M candles a second of one core | on the clock | two threads, a"
                        + " second of one core | × one, on the clock | bytes a run | " + LONG_CANDLES
                        + " candles, a second of one core | bytes a run |");
        out.println("|---|---|---|---|---|---|---|---|");
        TITLES.forEach((name, title) -> {
            Figure figure = one.get(name);
            if (figure != null) {
                row(title, figure, two.get(name), larger.get(name));
            }
        });
        textVersusClass(one, "crossTextDefaults", "crossDefaults");
        textVersusClass(one, "crossTextNewTrial", "crossNewTrial");
        textVersusClass(one, "rsiText", "rsiClass");
        textVersusClass(one, "donchianText", "donchianClass");
        textVersusClass(one, "bollingerText", "bollingerClass");
        versus(one, "samePercentCross");
        versus(one, "samePercentCrossAlone");
        out.println();
        out.println("Medians of " + seconds + " iterations of 1 s after " + WARM_UP
                + " of warm-up, one fork; a second of one core is"
                + " processor time of the whole virtual machine; JDK "
                + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors.");
    }

    private void row(String title, Figure one, @Nullable Figure two, @Nullable Figure larger) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %s | %s | %.0f | %s | %s |",
                title,
                one.perProcessorSecond() / 1e6,
                one.perSecond() / 1e6,
                two == null ? "" : format("%.1f", two.perProcessorSecond() / 1e6),
                two == null ? "" : format("%.2f", two.perSecond() / one.perSecond()),
                one.bytesPerRun(),
                larger == null ? "" : format("%.1f", larger.perProcessorSecond() / 1e6),
                larger == null ? "" : format("%.0f", larger.bytesPerRun())));
    }

    private void versus(Map<String, Figure> figures, String name) {
        Figure ours = figures.get(name);
        Figure theirs = figures.get("ta4jPercentCross");
        if (ours != null && theirs != null) {
            out.println(format("%s: %.0f × ta4j. ", name, ours.perProcessorSecond() / theirs.perProcessorSecond()));
        }
    }

    private void textVersusClass(Map<String, Figure> figures, String text, String builtIn) {
        Figure ours = figures.get(text);
        Figure theirs = figures.get(builtIn);
        if (ours != null && theirs != null) {
            out.println(
                    format("%s: %.2f × its class. ", text, ours.perProcessorSecond() / theirs.perProcessorSecond()));
        }
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /**
     * @param perProcessorSecond candles for each second of processor time
     * @param perSecond candles a second on the clock, of all threads together
     */
    private record Figure(double perProcessorSecond, double perSecond, double bytesPerRun) {}

    private Map<String, Figure> measure(List<String> names, int threads, int candles) throws RunnerException {
        if (names.isEmpty()) {
            return Map.of();
        }
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("EngineBenchmark\\.(" + String.join("|", names) + ")$")
                        .param("candles", String.valueOf(candles))
                        .threads(threads)
                        .forks(1)
                        .warmupIterations(WARM_UP)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .addProfiler(ProcessorTimeProfiler.class)
                        .jvmArgsAppend("-Xms1g", "-Xmx1g")
                        .build())
                .run();
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            double runsPerSecond =
                    median(result, iteration -> iteration.getPrimaryResult().getScore());
            double nanosPerRun = median(
                    result,
                    iteration -> Objects.requireNonNull(
                                    iteration.getSecondaryResults().get(ProcessorTimeProfiler.NAME))
                            .getScore());
            double bytes = result.getSecondaryResults().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                    .mapToDouble(entry -> entry.getValue().getScore())
                    .findFirst()
                    .orElse(Double.NaN);
            figures.put(
                    name.substring(name.lastIndexOf('.') + 1),
                    new Figure(1e9 * candles / nanosPerRun, candles * runsPerSecond, bytes));
        }
        return figures;
    }

    private static double median(RunResult result, ToDoubleFunction<IterationResult> figure) {
        double[] rounds = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return rounds[rounds.length / 2];
    }
}
