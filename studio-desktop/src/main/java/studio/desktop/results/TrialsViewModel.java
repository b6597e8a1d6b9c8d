package studio.desktop.results;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.HeatMap;
import studio.desktop.chart.HeatMap.Measure;
import studio.desktop.chart.TrialTable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Texts;
import studio.model.job.TrialPage;

/** The trials of one job for its charts: read once, and gathered into a heat map by the chosen parameters. One thread. */
final class TrialsViewModel {
    /** The even sample of a large log alone is nearly as many as its best; fewer are what the retention of old jobs leaves. */
    private static final int FEWEST_OF_A_LARGE_LOG = TrialPage.BEST_KEPT / 2;

    private final DesktopContext context;
    private final String jobId;
    private final ReadOnlyObjectWrapper<TrialTable> table = new ReadOnlyObjectWrapper<>(TrialTable.empty());
    private final ReadOnlyObjectWrapper<@Nullable HeatMap> heatMap = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableList<String> parameters = FXCollections.observableArrayList();
    private final StringProperty across = new SimpleStringProperty();
    private final StringProperty up = new SimpleStringProperty();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.BEST);
    private @Nullable Ticket asked;

    TrialsViewModel(DesktopContext context, String jobId) {
        this.context = context;
        this.jobId = jobId;
        across.addListener((o, was, is) -> gather());
        up.addListener((o, was, is) -> gather());
        measure.addListener((o, was, is) -> gather());
    }

    private record Read(TrialTable table, AllTrials all) {}

    void load() {
        note.set(Texts.get("results.trials.loading"));
        letGo();
        asked = context.background()
                .call(() -> {
                    AllTrials all = AllTrials.read(context.client(), jobId);
                    return new Read(TrialTable.of(all.trials()), all);
                })
                .onSuccess(this::onRead)
                .onError(e -> note.set(Failures.sentence(e)))
                .start();
    }

    private void onRead(Read read) {
        TrialTable t = read.table();
        String scored = context.formats().count(t.scored());
        String all = context.formats().count(t.size());
        note.set(
                read.all().thinned()
                        ? Texts.get(
                                t.size() < FEWEST_OF_A_LARGE_LOG ? "results.trials.cleared" : "results.trials.thinned",
                                scored,
                                all,
                                context.formats().count(read.all().ran()),
                                context.formats().count(TrialPage.BEST_KEPT))
                        : Texts.get("results.trials.note", scored, all));
        table.set(t);
        List<String> names = t.axes().stream().map(TrialTable.Axis::name).toList();
        String first = across.get();
        String second = up.get();
        parameters.setAll(names);
        across.set(names.contains(first) ? first : names.isEmpty() ? null : names.get(0));
        up.set(names.contains(second) ? second : names.size() < 2 ? null : names.get(1));
        gather();
    }

    private void gather() {
        int x = parameters.indexOf(across.get());
        int y = parameters.indexOf(up.get());
        heatMap.set(
                x < 0 || y < 0 || x == y || table.get().scored() == 0
                        ? null
                        : HeatMap.of(table.get(), x, y, measure.get()));
    }

    void letGo() {
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    ReadOnlyObjectProperty<TrialTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** Null while there is nothing to gather, or one parameter was chosen twice. */
    ReadOnlyObjectProperty<@Nullable HeatMap> heatMapProperty() {
        return heatMap.getReadOnlyProperty();
    }

    /** How many trials there are, or why there are none. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    ObservableList<String> parameters() {
        return parameters;
    }

    /** The parameter along the heat map's foot. */
    StringProperty acrossProperty() {
        return across;
    }

    /** The parameter along the heat map's side. */
    StringProperty upProperty() {
        return up;
    }

    ObjectProperty<Measure> measureProperty() {
        return measure;
    }
}
