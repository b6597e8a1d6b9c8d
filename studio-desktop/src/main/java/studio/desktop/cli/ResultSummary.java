package studio.desktop.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrialPage;
import studio.model.progress.ProgressSnapshot;
import studio.model.result.JobResults;
import studio.model.result.Metrics;
import studio.model.result.TrustReport;
import studio.model.result.WalkForwardReport;

/** What a person wants to know when a training has ended. */
final class ResultSummary {
    private ResultSummary() {}

    static void print(PrintStream out, ProgressSnapshot end, JobResults results) {
        out.println();
        switch (end.status()) {
            case COMPLETED -> out.println("Completed in " + SnapshotText.duration(end.elapsedSeconds()) + ".");
            case CANCELLED -> out.println("Cancelled. " + finished(end));
            default ->
                out.println(
                        "Failed at step " + end.stepNumber() + ", " + end.currentStep() + ": " + end.errorMessage());
        }
        Map<String, Object> best = results.bestParams();
        if (best == null) {
            return;
        }
        line(
                out,
                results.partial() ? "Best so far" : "Best",
                results.objective().wireName() + " = " + number(results.bestScore())
                        + (results.bestTrial() == null ? "" : " (trial " + results.bestTrial() + ")"));
        best.forEach((name, value) -> line(out, "  " + name, SnapshotText.value(value)));
        Metrics m = results.metrics();
        if (m != null) {
            line(out, "Net profit", percent(m.netProfitPct()) + ", maximum drawdown " + percent(m.maxDrawdownPct()));
            line(
                    out,
                    "Trades",
                    m.trades() + ", win rate " + share(m.winRate()) + ", profit factor " + number(m.profitFactor()));
        }
        walkForward(out, results.walkForward());
        verdict(out, results.trust());
        if (results.configId() != null) {
            line(
                    out,
                    "Saved as",
                    results.configId() + " (" + results.stage()
                            + (results.confidence() == null ? "" : ", confidence " + number(results.confidence()))
                            + ")");
        }
        line(out, "Job", results.jobId());
    }

    private static String finished(ProgressSnapshot end) {
        int trials = end.currentIteration() == null ? 0 : end.currentIteration();
        return trials > TrialPage.LARGEST_LOG
                ? String.format(
                        Locale.ROOT,
                        "%,d trials had finished; the best and an even sample are kept with the results.",
                        trials)
                : "Finished trials are kept: " + trials + ".";
    }

    private static void walkForward(PrintStream out, @Nullable WalkForwardReport report) {
        if (report == null) {
            return;
        }
        Metrics unseen = report.outOfSample();
        line(
                out,
                "Walk-forward",
                report.windows().size() + " windows, " + share(report.profitableWindows()) + " profitable, efficiency "
                        + share(report.efficiency())
                        + (unseen == null ? "" : ", unseen net profit " + percent(unseen.netProfitPct())));
    }

    private static void verdict(PrintStream out, @Nullable TrustReport trust) {
        if (trust == null) {
            return;
        }
        line(out, "Verdict", trust.verdict().name().replace('_', ' '));
        trust.reasons().forEach(reason -> out.println("  - " + reason));
    }

    private static void line(PrintStream out, String name, String value) {
        out.println(String.format(Locale.ROOT, "%-28s %s", name, value));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "not defined" : SnapshotText.number(value);
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "not defined" : String.format(Locale.ROOT, "%.2f %%", value);
    }

    private static String share(@Nullable Double value) {
        return value == null ? "not defined" : String.format(Locale.ROOT, "%.0f %%", 100 * value);
    }
}
