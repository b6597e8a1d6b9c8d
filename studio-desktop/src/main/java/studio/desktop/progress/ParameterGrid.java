package studio.desktop.progress;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import studio.desktop.results.ParameterRow;

/** The best parameters so far: name, value, unit. */
public final class ParameterGrid extends GridPane {

    public ParameterGrid() {
        getStyleClass().add("parameter-grid");
        setHgap(10);
        setVgap(3);
    }

    /** Shows these rows and follows them. */
    void show(ObservableList<ParameterRow> rows) {
        rows.addListener((ListChangeListener<ParameterRow>) change -> fill(rows));
        fill(rows);
    }

    private void fill(ObservableList<ParameterRow> rows) {
        getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            ParameterRow row = rows.get(i);
            Label name = new Label(row.name());
            name.getStyleClass().add("text-muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(row.value());
            value.setId("best-param-" + row.name());
            value.getStyleClass().add("parameter-value");
            value.setMinWidth(USE_PREF_SIZE);
            Label unit = new Label(row.unit());
            unit.getStyleClass().add("text-muted");
            // Some are half a sentence, and are read in whole.
            unit.setWrapText(true);
            unit.setMinHeight(USE_PREF_SIZE);
            GridPane.setHgrow(unit, Priority.ALWAYS);
            for (Label label : List.of(name, value, unit)) {
                GridPane.setValignment(label, VPos.TOP);
            }
            if (!row.help().isEmpty()) {
                name.setTooltip(new Tooltip(row.help()));
            }
            value.setAccessibleText(row.name() + " " + row.value() + " " + row.unit());
            addRow(i, name, value, unit);
        }
    }
}
