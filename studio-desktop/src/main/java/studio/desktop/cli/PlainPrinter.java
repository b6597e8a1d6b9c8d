package studio.desktop.cli;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import studio.model.progress.ProgressSnapshot;

/** One line for every change that a reader of a log wants to see: a new step, a tenth more, an end. */
final class PlainPrinter implements ProgressPrinter {
    private static final double EVERY_PERCENT = 10;

    private final Console console;
    private final boolean quiet;
    private @Nullable String lastStep;
    private double lastPercentage = Double.NEGATIVE_INFINITY;

    PlainPrinter(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    @Override
    public void print(ProgressSnapshot s) {
        boolean news =
                !s.currentStep().equals(lastStep) || s.percentage() >= lastPercentage + EVERY_PERCENT || s.isComplete();
        if (!news || quiet) {
            return;
        }
        lastStep = s.currentStep();
        lastPercentage = s.percentage();
        StringJoiner line = new StringJoiner("  ");
        line.add(String.format(java.util.Locale.ROOT, "%4s", SnapshotText.percent(s.percentage())));
        line.add("step " + s.stepNumber() + "/" + s.totalSteps() + " " + s.currentStep());
        for (String part : new String[] {
            SnapshotText.iterations(s), SnapshotText.message(s), s.isComplete() ? "" : SnapshotText.eta(s)
        }) {
            if (!part.isEmpty()) {
                line.add(part);
            }
        }
        console.out().println(line);
        console.out().flush();
    }

    @Override
    public void say(String message) {
        if (!quiet) {
            console.err().println(message);
        }
    }
}
