package studio.desktop.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.Texts;
import studio.desktop.results.FigureFormat;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;

/** How each column draws a job. */
final class HistoryCells {
    private static final Map<JobStatus, String> ICONS = Map.of(
            JobStatus.PENDING, "mdal-hourglass_empty",
            JobStatus.RUNNING, "mdmz-play_circle_filled",
            JobStatus.CANCELLING, "mdmz-remove_circle_outline",
            JobStatus.COMPLETED, "mdal-check_circle",
            JobStatus.FAILED, "mdal-cancel",
            JobStatus.CANCELLED, "mdal-block");

    // States and not style classes: rows change them while they are scrolled, and a node whose classes change
    // is matched against every rule of all sheets anew.
    private static final PseudoClass GAIN = PseudoClass.getPseudoClass("gain");
    private static final PseudoClass LOSS = PseudoClass.getPseudoClass("loss");
    private static final Map<JobStatus, PseudoClass> STATES = Arrays.stream(JobStatus.values())
            .collect(Collectors.toMap(
                    s -> s,
                    s -> PseudoClass.getPseudoClass(s.name().toLowerCase(Locale.ROOT)),
                    (a, b) -> a,
                    () -> new EnumMap<>(JobStatus.class)));

    private HistoryCells() {}

    /** Text on the left. */
    static TableCell<HistoryRow, JobSummary> text(Function<JobSummary, String> words) {
        return new TextCell(words, j -> "", Pos.CENTER_LEFT);
    }

    /** Text on the left, with more on hover. */
    static TableCell<HistoryRow, JobSummary> text(
            Function<JobSummary, String> words, Function<JobSummary, String> hint) {
        return new TextCell(words, hint, Pos.CENTER_LEFT);
    }

    /** Numbers on the right. */
    static TableCell<HistoryRow, JobSummary> number(Function<JobSummary, String> words) {
        return new TextCell(words, j -> "", Pos.CENTER_RIGHT);
    }

    static TableCell<HistoryRow, JobSummary> time(FigureFormat format) {
        return new TextCell(
                j -> format.formats().dateTime(j.startedAt() == null ? j.createdAt() : j.startedAt()),
                j -> format.formats().utc(j.startedAt() == null ? j.createdAt() : j.startedAt()),
                Pos.CENTER_LEFT);
    }

    static String duration(JobSummary job, FigureFormat format) {
        Double seconds = job.durationSeconds();
        return seconds == null
                ? FigureFormat.UNDEFINED
                : format.formats().duration(Duration.ofMillis((long) (seconds * 1000)));
    }

    static TableCell<HistoryRow, JobSummary> profit(FigureFormat format) {
        return new TextCell(j -> format.signedPercent(j.netProfitPct(), 2), j -> "", Pos.CENTER_RIGHT) {
            @Override
            protected void updateItem(@Nullable JobSummary job, boolean empty) {
                super.updateItem(job, empty);
                Double profit = job == null || empty ? null : job.netProfitPct();
                pseudoClassStateChanged(GAIN, profit != null && profit > 0);
                pseudoClassStateChanged(LOSS, profit != null && profit < 0);
            }
        };
    }

    static String statusWords(JobStatus status) {
        return Texts.get("history.status." + status.name().toLowerCase(Locale.ROOT));
    }

    private static class TextCell extends TableCell<HistoryRow, JobSummary> {
        private final Function<JobSummary, String> words;
        private final Function<JobSummary, String> hint;
        private @Nullable Tooltip tooltip;

        TextCell(Function<JobSummary, String> words, Function<JobSummary, String> hint, Pos alignment) {
            this.words = words;
            this.hint = hint;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(@Nullable JobSummary job, boolean empty) {
            super.updateItem(job, empty);
            if (empty || job == null) {
                setText(null);
                setTooltip(null);
            } else {
                setText(words.apply(job));
                showHint(hint.apply(job));
            }
        }

        /** One tooltip serves every job that the cell comes to show: making one costs more than the cell's text. */
        private void showHint(String more) {
            if (more.isEmpty()) {
                setTooltip(null);
                return;
            }
            if (tooltip == null) {
                tooltip = new Tooltip();
            }
            tooltip.setText(more);
            setTooltip(tooltip);
        }
    }

    /** Icon and word; a bar with its percentage while the job runs, and only then: most rows have ended. */
    static final class StatusCell extends TableCell<HistoryRow, JobSummary> {
        private final FigureFormat format;
        private final FontIcon icon = new FontIcon();
        private final Label words = new Label();
        private final ProgressBar bar = new ProgressBar(0);
        private final HBox box = new HBox(6, icon, words, bar);
        private final Tooltip error = new Tooltip();
        private @Nullable JobStatus shown;

        StatusCell(FigureFormat format) {
            this.format = format;
            box.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(USE_PREF_SIZE);
            bar.setMinHeight(8);
            bar.setPrefHeight(8);
            bar.setMaxWidth(Double.MAX_VALUE);
            // Always there: what is put into a scene anew is matched against every rule of all sheets.
            bar.managedProperty().bind(bar.visibleProperty());
            HBox.setHgrow(bar, Priority.ALWAYS);
            error.setWrapText(true);
            error.setMaxWidth(420);
            getStyleClass().add("status-cell");
            box.getStyleClass().add("status");
        }

        @Override
        protected void updateItem(@Nullable JobSummary job, boolean empty) {
            super.updateItem(job, empty);
            if (empty || job == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            boolean running = job.status() == JobStatus.RUNNING;
            if (job.status() != shown) {
                shown = job.status();
                icon.setIconLiteral(ICONS.getOrDefault(job.status(), "mdal-help"));
                STATES.forEach((status, state) -> box.pseudoClassStateChanged(state, status == shown));
                bar.setVisible(running);
            }
            bar.setProgress(job.percentage() / 100);
            String status = statusWords(job.status());
            words.setText(running ? format.formats().percent(Math.floor(job.percentage()), 0) : status);
            box.setAccessibleText(running ? status + " " + words.getText() : status);
            bar.setAccessibleText(box.getAccessibleText());
            setGraphic(box);
            error.setText(job.errorMessage());
            setTooltip(job.errorMessage() == null ? null : error);
        }
    }
}
