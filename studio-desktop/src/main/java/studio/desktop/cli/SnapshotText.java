package studio.desktop.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepProgress;

/** A snapshot in words. */
final class SnapshotText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private SnapshotText() {}

    /** {@code ✓ Data Collection → [Optimization… 60%] → Validation → Save Configuration}. */
    static String breadcrumb(ProgressSnapshot s) {
        StringJoiner crumbs = new StringJoiner(" → ");
        for (StepProgress step : s.steps()) {
            crumbs.add(
                    switch (step.state()) {
                        case DONE -> "✓ " + step.name();
                        case ACTIVE -> "[" + step.name() + "… " + percent(s.stepPercentage()) + "]";
                        case SKIPPED -> step.name() + " (skipped)";
                        case FAILED -> "✗ " + step.name() + " (failed)";
                        case CANCELLED -> "■ " + step.name() + " (cancelled)";
                        case WAITING -> step.name();
                    });
        }
        return crumbs.toString();
    }

    static String percent(double percentage) {
        return String.format(Locale.ROOT, "%.0f%%", Math.floor(percentage));
    }

    /** {@code about 14:05:10, between 14:03:00 and 14:09:30}; empty while it is not known. */
    static String eta(ProgressSnapshot s) {
        Instant at = s.estimatedCompletion();
        if (at == null) {
            return "";
        }
        String text = "done about " + time(at);
        return s.etaLow() == null || s.etaHigh() == null
                ? text
                : text + " (" + time(s.etaLow()) + "–" + time(s.etaHigh()) + ")";
    }

    /** What is going on; of a job that waits also its place. */
    static String message(ProgressSnapshot s) {
        return s.queuePosition() == null ? s.message() : s.message() + " Place " + s.queuePosition() + " in the queue.";
    }

    static String iterations(ProgressSnapshot s) {
        if (s.currentIteration() == null || s.totalIterations() == null || s.totalIterations() == 0) {
            return "";
        }
        String text = s.currentIteration() + " / " + s.totalIterations();
        return s.bestScore() == null ? text : text + ", best " + number(s.bestScore());
    }

    static String number(double value) {
        return Math.abs(value) >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "");
    }

    static String params(Map<String, Object> params) {
        StringJoiner text = new StringJoiner(", ");
        params.forEach((name, value) -> text.add(name + " " + value(value)));
        return text.toString();
    }

    static String value(Object value) {
        return value instanceof Double number ? number(number) : value.toString();
    }

    static String duration(double seconds) {
        Duration d = Duration.ofMillis(Math.round(seconds * 1_000));
        if (d.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return d.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", d.toHours(), d.toMinutesPart())
                : String.format(Locale.ROOT, "%d min %02d s", d.toMinutes(), d.toSecondsPart());
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
