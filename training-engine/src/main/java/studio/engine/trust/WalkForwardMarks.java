package studio.engine.trust;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.model.result.Metrics;
import studio.model.result.TrustAbsence;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowResult;

/** What the walk-forward's windows say, as marks. */
final class WalkForwardMarks {
    /** With fewer windows one of them has half of the profit by arithmetic alone. */
    static final int FEWEST_FOR_CONCENTRATION = 5;

    private WalkForwardMarks() {}

    static void measure(@Nullable WalkForwardReport report, Measured into) {
        if (report == null) {
            for (TrustMeasure measure : List.of(
                    TrustMeasure.UNSEEN_PROFIT,
                    TrustMeasure.EFFICIENCY,
                    TrustMeasure.PROFITABLE_WINDOWS,
                    TrustMeasure.CONCENTRATION,
                    TrustMeasure.UNSEEN_DRAWDOWN,
                    TrustMeasure.PARAMETER_SPREAD)) {
                into.put(measure, null, TrustAbsence.of(TrustAbsence.VALIDATION_OFF));
            }
            return;
        }
        Metrics unseen = report.outOfSample();
        TrustAbsence untested = TrustAbsence.of(TrustAbsence.NO_TESTED_WINDOW);
        into.put(TrustMeasure.UNSEEN_PROFIT, unseen == null ? null : unseen.netProfitPct(), untested);
        into.put(TrustMeasure.UNSEEN_DRAWDOWN, unseen == null ? null : unseen.maxDrawdownPct(), untested);
        into.put(
                TrustMeasure.EFFICIENCY,
                report.efficiency(),
                unseen == null ? untested : TrustAbsence.of(TrustAbsence.NO_TRAIN_GAIN));
        into.put(TrustMeasure.PROFITABLE_WINDOWS, report.profitableWindows(), untested);
        concentration(report, into);
        into.put(
                TrustMeasure.PARAMETER_SPREAD,
                report.parameterSpread().isEmpty()
                        ? null
                        : (Double) report.parameterSpread().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(Double.NaN),
                TrustAbsence.of(TrustAbsence.TOO_FEW_CHOICES));
    }

    /** Windows whose test part was scored. */
    static int tested(WalkForwardReport report) {
        return (int) report.windows().stream()
                .filter(window -> window.testMetrics() != null)
                .count();
    }

    private static void concentration(WalkForwardReport report, Measured into) {
        double[] profits = report.windows().stream()
                .map(WindowResult::testMetrics)
                .filter(Objects::nonNull)
                .mapToDouble(WalkForwardMarks::profit)
                .toArray();
        double total = 0;
        double largest = 0;
        for (double profit : profits) {
            total += profit;
            largest = Math.max(largest, profit);
        }
        boolean few = profits.length < FEWEST_FOR_CONCENTRATION;
        into.put(
                TrustMeasure.CONCENTRATION,
                few || !(total > 0) ? null : (Double) (largest / total),
                few
                        ? TrustAbsence.of(TrustAbsence.TOO_FEW_TO_SHARE, FEWEST_FOR_CONCENTRATION)
                        : TrustAbsence.of(TrustAbsence.NO_PROFIT_TO_SHARE));
    }

    private static double profit(Metrics metrics) {
        Double profit = metrics.netProfitPct();
        return profit == null ? 0 : profit;
    }
}
