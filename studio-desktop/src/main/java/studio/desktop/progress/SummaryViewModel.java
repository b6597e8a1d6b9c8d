package studio.desktop.progress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.desktop.fx.Texts;
import studio.desktop.results.Figure;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.FigureList;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.TrialPage;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepState;
import studio.model.result.JobResults;
import studio.model.result.TrustReport;

/** What the modal says once the job has ended: outcome, key figures, and what to do when it went wrong. */
final class SummaryViewModel {
    private final FigureFormat format;
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper hasResults = new ReadOnlyBooleanWrapper();
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();

    SummaryViewModel(FigureFormat format) {
        this.format = format;
    }

    void onJob(JobSummary job) {
        if (job.status().isEnded() && explanation.get().isEmpty() && job.errorMessage() != null) {
            explanation.set(job.errorMessage());
        }
    }

    void onSnapshot(ProgressSnapshot s) {
        String took = format.formats().duration(Duration.ofMillis((long) (s.elapsedSeconds() * 1000)));
        int trials = s.currentIteration() == null ? 0 : s.currentIteration();
        switch (s.status()) {
            case COMPLETED -> {
                outcome.set(Texts.get("progress.outcome.completed", took));
            }
            case FAILED -> {
                outcome.set(Texts.get("progress.outcome.failed", failedStep(s)));
                explanation.set(
                        s.errorMessage() == null ? Texts.get("progress.outcome.failed.unexplained") : s.errorMessage());
            }
            case CANCELLED -> {
                outcome.set(Texts.get("progress.outcome.cancelled", took));
                explanation.set(
                        trials == 0
                                ? Texts.get("progress.outcome.cancelled.none")
                                : Texts.get(
                                        trials > TrialPage.LARGEST_LOG
                                                ? "progress.outcome.cancelled.best"
                                                : "progress.outcome.cancelled.kept",
                                        format.count(trials)));
            }
            default -> outcome.set("");
        }
        if (s.isComplete()) {
            hasResults.set(trials > 0);
        }
    }

    void onResults(JobResults results) {
        List<Figure> key = new FigureList(format).key(results);
        figures.setAll(key);
        TrustReport trust = results.trust();
        if (results.status() == JobStatus.COMPLETED && trust != null) {
            // What the verdict among the figures means for the analyst.
            String verdict = trust.verdict().name().toLowerCase(Locale.ROOT);
            explanation.set(Texts.get("trust.verdict." + verdict + ".meaning"));
        }
        hasResults.set(true);
    }

    private static String failedStep(ProgressSnapshot s) {
        return s.steps().stream()
                .filter(step -> step.state() == StepState.FAILED)
                .map(StepView::name)
                .findFirst()
                .orElse(s.currentStep());
    }

    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyStringProperty explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    /** Whether there is anything to see under "View results". */
    ReadOnlyBooleanProperty hasResultsProperty() {
        return hasResults.getReadOnlyProperty();
    }

    ObservableList<Figure> figures() {
        return figures;
    }
}
