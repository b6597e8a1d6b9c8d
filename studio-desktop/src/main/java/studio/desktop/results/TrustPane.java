package studio.desktop.results;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.Texts;

/** The trust report: verdict with its reasons, every figure with meaning and source, importance as bars. */
public final class TrustPane extends VBox {
    private static final double NAME_WIDTH = 230;

    public TrustPane() {
        super(12);
        setId("trustPane");
        getStyleClass().add("trust-pane");
    }

    /** Shows that report and follows it. */
    void show(ObservableValue<TrustView> report) {
        report.addListener((o, was, is) -> fill(is));
        fill(report.getValue());
    }

    private void fill(TrustView view) {
        getChildren().setAll(verdict(view));
        if (!view.rows().isEmpty()) {
            getChildren().addAll(title("trust.figures"), figures(view.rows()), title("trust.importance"));
            Label note = muted(view.importanceNote());
            note.setId("importanceNote");
            getChildren().add(note);
            if (!view.bars().isEmpty()) {
                getChildren().add(bars(view.bars()));
            }
        }
    }

    private static Label title(String key) {
        Label title = new Label(Texts.get(key));
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Label muted(String words) {
        Label label = wrapped(words);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node verdict(TrustView view) {
        FontIcon icon = new FontIcon(view.icon());
        icon.getStyleClass().addAll("trust-icon", view.tone());
        Label words = new Label(view.verdict());
        words.setId("trustVerdict");
        words.getStyleClass().addAll("trust-verdict", view.tone());
        words.setAccessibleText(Texts.get("trust.verdict.accessible", view.verdict()));
        HBox head = new HBox(10, icon, words);
        head.setAlignment(Pos.CENTER_LEFT);
        Label meaning = wrapped(view.meaning());
        meaning.setId("trustMeaning");
        VBox box = view.verdict().isEmpty() ? new VBox(meaning) : new VBox(6, head, meaning);
        box.getStyleClass().addAll("panel", "trust-box");
        for (String reason : view.reasons()) {
            Label line = wrapped("•  " + reason);
            line.getStyleClass().add("trust-reason");
            box.getChildren().add(line);
        }
        return box;
    }

    private static Node figures(List<TrustView.Row> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("trust-figures");
        grid.setHgap(14);
        grid.setVgap(9);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(fixed(20), fixed(NAME_WIDTH), fixed(80), fixed(215), rest);
        for (int i = 0; i < rows.size(); i++) {
            TrustView.Row row = rows.get(i);
            Label name = wrapped(row.name());
            Label value = new Label(row.value());
            value.setId("trust-" + row.key());
            value.getStyleClass().add("trust-value");
            value.setAccessibleText(row.name() + " " + row.value());
            value.setAccessibleHelp(row.meaning());
            Label source = muted(row.source());
            source.getStyleClass().add("trust-source");
            Node[] cells = {mark(row), name, value, muted(row.rule()), new VBox(1, wrapped(row.meaning()), source)};
            for (Node cell : cells) {
                GridPane.setValignment(cell, VPos.TOP);
            }
            grid.addRow(i, cells);
        }
        return grid;
    }

    private static ColumnConstraints fixed(double width) {
        ColumnConstraints column = new ColumnConstraints(width, width, width);
        return column;
    }

    /** Shape and spoken text say it as well as colour. */
    private static Node mark(TrustView.Row row) {
        if (row.mark() == TrustView.Mark.TOLD) {
            return new Label();
        }
        boolean held = row.mark() == TrustView.Mark.HELD;
        boolean missed = row.mark() == TrustView.Mark.MISSED;
        FontIcon icon = new FontIcon(held ? "mdal-check_circle" : missed ? "mdal-cancel" : "mdal-help_outline");
        icon.getStyleClass().addAll("trust-mark", held ? "ok" : missed ? "bad" : "neutral");
        icon.setAccessibleText(Texts.get(held ? "trust.held" : missed ? "trust.missed" : "trust.unknown"));
        return icon;
    }

    private static Node bars(List<TrustView.Bar> bars) {
        GridPane grid = new GridPane();
        grid.setId("importanceBars");
        grid.setHgap(14);
        grid.setVgap(6);
        for (int i = 0; i < bars.size(); i++) {
            TrustView.Bar bar = bars.get(i);
            Label name = new Label(bar.parameter());
            name.setMinWidth(NAME_WIDTH);
            ProgressBar length = new ProgressBar(bar.share());
            length.setPrefWidth(360);
            length.setMinHeight(10);
            length.getStyleClass().add("importance-bar");
            length.setAccessibleText(bar.parameter() + " " + bar.words());
            Label share = new Label(bar.words());
            share.setId("importance-" + bar.parameter());
            grid.addRow(i, name, length, share);
        }
        return grid;
    }
}
