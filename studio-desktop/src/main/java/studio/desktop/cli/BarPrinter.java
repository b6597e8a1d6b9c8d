package studio.desktop.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import studio.model.progress.ProgressSnapshot;

/** A bar that a person watches: it shows what the server reported, and never more. */
final class BarPrinter implements ProgressPrinter {
    private static final int REDRAW_MILLIS = 200;

    /** The bar counts in tenths of a percent. */
    private static final int STEPS = 1_000;

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
        ProgressBar shown = bar();
        shown.stepTo((long) Math.floor(s.percentage() * STEPS / 100));
        String iterations = SnapshotText.iterations(s);
        String eta = s.isComplete() ? "" : SnapshotText.eta(s);
        shown.setExtraMessage((iterations.isEmpty() ? s.message() : iterations) + (eta.isEmpty() ? "" : "  " + eta));
        shown.refresh();
    }

    @Override
    public void say(String message) {
        pause();
        console.err().println(message);
    }

    private ProgressBar bar() {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName("Training")
                    .setInitialMax(STEPS)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setEtaFunction(state -> Optional.empty())
                    .hideEta()
                    .build();
            bar = shown;
        }
        return shown;
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
