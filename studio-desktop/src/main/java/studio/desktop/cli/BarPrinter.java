package studio.desktop.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import studio.model.progress.ProgressSnapshot;

/** A bar that a person watches: it shows what the server reported, and never more. */
final class BarPrinter implements ProgressPrinter {
    private static final int REDRAW_MILLIS = 200;

    /** The bar counts in percent. */
    private static final int STEPS = 100;

    private static final int STANDARD_WIDTH = 99;

    private final Console console;
    private @Nullable ProgressBar bar;
    private @Nullable String lastCrumb;

    BarPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void print(ProgressSnapshot s) {
        if (!s.currentStep().equals(lastCrumb)) {
            lastCrumb = s.currentStep();
            pause();
            console.err().println(Ansi.AUTO.string("@|bold " + SnapshotText.breadcrumb(s) + "|@"));
        }
        ProgressBar shown = bar(s);
        shown.stepTo((long) Math.floor(s.percentage()));
        String iterations = SnapshotText.iterations(s);
        String eta = s.isComplete() ? "" : SnapshotText.eta(s);
        shown.setExtraMessage(
                (iterations.isEmpty() ? SnapshotText.message(s) : iterations) + (eta.isEmpty() ? "" : "  " + eta));
        shown.refresh();
    }

    @Override
    public void say(String message) {
        pause();
        console.err().println(message);
    }

    private ProgressBar bar(ProgressSnapshot s) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName("Training")
                    .setInitialMax(STEPS)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    // The library's own terminal would take over Ctrl+C, and with it the cancelling of the job.
                    .setConsumer(new ConsoleProgressBarConsumer(console.err(), width(System.getenv())))
                    .setEtaFunction(state -> Optional.empty())
                    .hideEta()
                    .startsFrom(
                            (long) Math.floor(s.percentage()), Duration.ofMillis((long) (1_000 * s.elapsedSeconds())))
                    .build();
            bar = shown;
        }
        return shown;
    }

    /** Columns of the terminal, as the launcher found them. */
    static int width(Map<String, String> env) {
        String columns = env.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) - 1 : STANDARD_WIDTH;
    }

    private void pause() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        pause();
    }
}
