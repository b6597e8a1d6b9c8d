package studio.desktop.settings;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;
import studio.desktop.fx.Background;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.progress.EtaCheckpoint;
import studio.model.progress.EtaScorecard;

/** How good this server's forecasts of a training's end were, in words ready to show. For the FX thread. */
public final class AccuracyViewModel {
    /** A median of fewer says more about these trainings than about the forecasts. */
    private static final int FEW = 10;

    private final TrainingClient client;
    private final Background background;
    private final Formats formats;
    private final Function<Exception, String> failures;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private Background.@Nullable Ticket asking;

    /** One line of the table; a dash where nothing is known. */
    record Row(String at, String error, String coverage, String overall, String moving, String sliding) {}

    /** @param failures says in a sentence why a call failed */
    public AccuracyViewModel(
            TrainingClient client, Background background, Formats formats, Function<Exception, String> failures) {
        this.client = client;
        this.background = background;
        this.formats = formats;
        this.failures = failures;
    }

    void ask() {
        letGo();
        summary.set(Texts.get("settings.accuracy.asking"));
        asking = background
                .call(client::etaScorecard)
                .onSuccess(this::show)
                .onError(e -> summary.set(failures.apply(e)))
                .start();
    }

    private void show(EtaScorecard card) {
        summary.set(
                card.jobs() == 0
                        ? Texts.get("settings.accuracy.none")
                        : Texts.get(
                                card.jobs() < FEW ? "settings.accuracy.few" : "settings.accuracy.jobs",
                                formats.count(card.jobs())));
        rows.setAll(
                card.jobs() == 0
                        ? java.util.List.of()
                        : card.checkpoints().stream().map(this::row).toList());
    }

    private Row row(EtaCheckpoint at) {
        return new Row(
                formats.percent(at.atPercent(), 0),
                percent(at.error()),
                percent(at.coverage()),
                percent(at.overallAverage()),
                percent(at.movingAverage()),
                percent(at.slidingWindow()));
    }

    private String percent(@Nullable Double share) {
        return share == null ? "–" : formats.percent(share * 100, 0);
    }

    void letGo() {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ObservableList<Row> rows() {
        return rows;
    }
}
