package studio.desktop.results;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.model.result.Metrics;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowPlan;
import studio.model.result.WindowResult;

/** One walk-forward window as its table shows it; {@code note} says why figures are missing. */
record WindowRow(
        String number,
        String train,
        String test,
        String trainScore,
        String testScore,
        String netProfit,
        String trades,
        String params,
        String note,
        WindowPlan plan) {

    static List<WindowRow> of(WalkForwardReport report, FigureFormat format) {
        return report.windows().stream().map(w -> of(w, format)).toList();
    }

    private static WindowRow of(WindowResult window, FigureFormat format) {
        Metrics test = window.testMetrics();
        String reason = window.reason() == null ? "" : window.reason();
        Map<String, Object> params = window.params();
        return new WindowRow(
                String.valueOf(window.plan().number()),
                format.formats().date(window.plan().trainStart()) + " – "
                        + format.formats().date(window.plan().trainEnd()),
                format.formats().date(window.plan().testStart()) + " – "
                        + format.formats().date(window.plan().testEnd()),
                format.score(window.trainScore()),
                format.score(window.testScore()),
                format.signedPercent(test == null ? null : test.netProfitPct(), 2),
                format.count(test == null ? null : Integer.valueOf(test.trades())),
                params == null ? reason : words(params, format),
                reason,
                window.plan());
    }

    /** When it was trained on, in UTC. */
    String trainUtc(Formats formats) {
        return formats.utc(plan.trainStart(), plan.trainEnd());
    }

    /** When it was tested on, in UTC. */
    String testUtc(Formats formats) {
        return formats.utc(plan.testStart(), plan.testEnd());
    }

    private static String words(@Nullable Map<String, Object> params, FigureFormat format) {
        return params == null
                ? ""
                : params.entrySet().stream()
                        .map(p -> p.getKey() + " " + format.parameter(p.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
