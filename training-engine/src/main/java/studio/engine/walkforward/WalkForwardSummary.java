package studio.engine.walkforward;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.engine.search.ParameterSet;
import studio.engine.search.ParameterSpace;
import studio.model.result.Metrics;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowResult;

/** What the windows say together. */
final class WalkForwardSummary {
    private static final double YEAR_MILLIS = 365.25 * 86_400_000;

    private WalkForwardSummary() {}

    static WalkForwardReport of(WalkForwardTask task, List<WindowResult> windows) {
        List<WindowResult> tested =
                windows.stream().filter(window -> window.testMetrics() != null).toList();
        StitchedEquity stitched = StitchedEquity.of(task, tested);
        return new WalkForwardReport(
                task.plan().settings(),
                task.plan().scaled(),
                task.trialsPerWindow(),
                windows,
                efficiency(tested),
                profitableShare(tested),
                stitched.metrics(),
                stitched.points(),
                spread(task.space(), windows));
    }

    /** Annualized out-of-sample ÷ in-sample return over the same windows; null unless the latter is a gain. */
    private static @Nullable Double efficiency(List<WindowResult> tested) {
        double inSample = annualReturn(
                tested,
                WindowResult::trainMetrics,
                w -> w.plan().trainStart(),
                w -> w.plan().trainEnd());
        double outOfSample = annualReturn(
                tested,
                WindowResult::testMetrics,
                w -> w.plan().testStart(),
                w -> w.plan().testEnd());
        double efficiency = outOfSample / inSample;
        return inSample > 0 && Double.isFinite(efficiency) ? (Double) efficiency : null;
    }

    /** Compounded over the windows and annualized over their summed length; NaN where a return is undefined. */
    private static double annualReturn(
            List<WindowResult> windows,
            Function<WindowResult, @Nullable Metrics> metrics,
            Function<WindowResult, Instant> start,
            Function<WindowResult, Instant> end) {
        double growth = 1;
        double millis = 0;
        for (WindowResult window : windows) {
            growth *= 1 + profitPct(metrics.apply(window)) / 100;
            millis += Duration.between(start.apply(window), end.apply(window)).toMillis();
        }
        return StrictMath.pow(growth, YEAR_MILLIS / millis) - 1;
    }

    private static @Nullable Double profitableShare(List<WindowResult> tested) {
        return tested.isEmpty()
                ? null
                : (Double) (tested.stream()
                                .filter(window -> profitPct(window.testMetrics()) > 0)
                                .count()
                        / (double) tested.size());
    }

    private static double profitPct(@Nullable Metrics metrics) {
        Double profit = metrics == null ? null : metrics.netProfitPct();
        return profit == null ? Double.NaN : profit;
    }

    /** Only parameters with a range, and only when two windows or more chose. */
    private static Map<String, Double> spread(ParameterSpace space, List<WindowResult> windows) {
        List<ParameterSet> chosen = windows.stream()
                .map(WindowResult::params)
                .filter(Objects::nonNull)
                .map(space::read)
                .toList();
        Map<String, Double> spread = new LinkedHashMap<>();
        if (chosen.size() < 2) {
            return spread;
        }
        for (String name : space.names()) {
            double[] positions = chosen.stream()
                    .map(point -> space.position(name, point))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            if (positions.length > 0) {
                spread.put(name, deviation(positions));
            }
        }
        return spread;
    }

    /** Of the windows as they are, not of a population they were drawn from: divided by n. */
    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
