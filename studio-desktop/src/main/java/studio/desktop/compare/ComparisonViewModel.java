package studio.desktop.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.Curve;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.CatalogueWords;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.desktop.results.FigureFormat;
import studio.model.job.JobDetail;
import studio.model.result.JobResults;

/** Two to five trainings side by side: what they found, with what, and how their equity went. For one thread. */
final class ComparisonViewModel {
    /** More curves than this cannot be told apart. */
    static final int MOST = 5;

    private final DesktopContext context;
    private final List<String> jobIds;
    private final FigureFormat format;
    private final ObservableList<ComparedRun> runs = FXCollections.observableArrayList();
    private final ObservableList<ComparisonRow> all = FXCollections.observableArrayList();
    private final FilteredList<ComparisonRow> rows = new FilteredList<>(all);
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private @Nullable Ticket asked;

    /** Throws {@code IllegalArgumentException} for fewer than two or more than five jobs. */
    ComparisonViewModel(DesktopContext context, List<String> jobIds) {
        if (jobIds.size() < 2 || jobIds.size() > MOST) {
            throw new IllegalArgumentException("jobIds = " + jobIds + ": two to five are compared");
        }
        this.context = context;
        this.jobIds = List.copyOf(jobIds);
        this.format = new FigureFormat(context.formats());
        onlyDifferences.addListener((o, was, is) -> rows.setPredicate(is ? ComparisonRow::differs : row -> true));
    }

    void load() {
        letGo();
        loading.set(true);
        problem.set("");
        asked = context.background()
                .call(this::ask)
                .onSuccess(this::show)
                .onError(e -> problem.set(Failures.sentence(e)))
                .andFinally(() -> loading.set(false))
                .start();
    }

    private List<ComparedRun> ask() {
        Map<String, String> titles =
                CatalogueWords.titles(context.client().strategies().strategies());
        List<ComparedRun> found = new ArrayList<>();
        for (String jobId : jobIds) {
            JobDetail job = context.client().job(jobId);
            String strategy = job.summary().strategy();
            found.add(new ComparedRun(
                    job,
                    results(jobId),
                    VersionedTitle.of(
                            titles.getOrDefault(strategy, strategy),
                            job.summary().strategyVersion())));
        }
        return found;
    }

    /** A job that ended before its first trial has no results; it is compared by its request. */
    private @Nullable JobResults results(String jobId) {
        try {
            return context.client().results(jobId);
        } catch (ServerRefusedException e) {
            if (e.problem().status() == 404 || e.problem().status() == 409) {
                return null;
            }
            throw e;
        }
    }

    private void show(List<ComparedRun> found) {
        runs.setAll(found);
        all.setAll(ComparisonRow.of(found, format));
        long differ = all.stream().filter(ComparisonRow::differs).count();
        note.set(Texts.get("compare.note", format.count((int) differ), format.count(all.size())));
    }

    void letGo() {
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    /** Their equity in percent of its start. */
    List<Curve> curves() {
        return runs.stream()
                .map(r -> Curve.of(
                        r.name(), r.results() == null ? List.of() : r.results().equity()))
                .toList();
    }

    ObservableList<ComparedRun> runs() {
        return runs;
    }

    /** All lines, or those that differ. */
    ObservableList<ComparisonRow> rows() {
        return rows;
    }

    BooleanProperty onlyDifferencesProperty() {
        return onlyDifferences;
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many lines differ. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }
}
