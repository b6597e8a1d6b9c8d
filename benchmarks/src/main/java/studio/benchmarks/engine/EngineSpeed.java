package studio.benchmarks.engine;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.strategy.ParameterInfo;

/**
 * Prints, as Markdown, candles a second of one core for strategies at their defaults with all metrics, and for a
 * moving-average cross with stop and gain in ta4j on the same candles. Processor time, median of {@value #ROUNDS} rounds
 * after warming up. Argument: number of candles (20,000).
 */
public final class EngineSpeed {
    private static final int ROUNDS = 9;
    private static final long WARM_UP_NANOS = 2_000_000_000L;
    private static final long ROUND_NANOS = 400_000_000L;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private EngineSpeed() {}

    public static void main(String[] arguments) {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        Candles candles = WalkingCandles.of(1, size);
        PrintStream out = System.out;
        out.println("| backtest of " + size + " candles | million candles/s on one core | trades |");
        out.println("|---|---|---|");
        IndicatorCache data = IndicatorCache.of(candles);
        for (String name : List.of("MA_CROSS", "LIQUIDITY_SWEEP")) {
            Strategy strategy = StrategyCatalogue.standard().find(name).orElseThrow();
            ParameterSet defaults = defaults(strategy);
            Backtest backtest = new Backtest(strategy, data, CostSettings.standard());
            print(out, name, size, () -> backtest.evaluate(defaults, 0, size).trades());
        }
        Ta4jCross cross = new Ta4jCross(candles);
        print(out, "ta4j 0.17, double, SMA cross", size, cross::run);
    }

    private static ParameterSet defaults(Strategy strategy) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterInfo parameter : strategy.parameters()) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        return new ParameterSet(values);
    }

    private static void print(PrintStream out, String name, int candles, IntSupplier backtest) {
        int trades = backtest.getAsInt();
        secondsEach(backtest, WARM_UP_NANOS);
        double[] rounds = new double[ROUNDS];
        Arrays.setAll(rounds, round -> candles / secondsEach(backtest, ROUND_NANOS) / 1e6);
        Arrays.sort(rounds);
        out.println(String.format(Locale.ROOT, "| %s | %.2f | %d |", name, rounds[ROUNDS / 2], trades));
    }

    private static double secondsEach(IntSupplier backtest, long atLeastNanos) {
        long start = CPU.getCurrentThreadCpuTime();
        int sum = 0;
        int runs = 0;
        long spent;
        do {
            sum += backtest.getAsInt();
            runs++;
            spent = CPU.getCurrentThreadCpuTime() - start;
        } while (spent < atLeastNanos);
        if (sum < 0) {
            throw new IllegalStateException("a run counted " + sum + " trades");
        }
        return spent / 1e9 / runs;
    }
}
