package studio.desktop.results;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names and values in two columns. */
public final class RequestGrid extends GridPane {

    public RequestGrid() {
        setHgap(14);
        setVgap(5);
    }

    void show(ObservableList<RequestRow> rows) {
        rows.addListener((ListChangeListener<RequestRow>) change -> fill(rows));
        fill(rows);
    }

    private void fill(List<RequestRow> rows) {
        getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            Label name = new Label(rows.get(i).name());
            name.getStyleClass().add("text-muted");
            name.setMinWidth(USE_PREF_SIZE);
            setValignment(name, VPos.TOP);
            Label value = new Label(rows.get(i).value());
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            value.setAccessibleText(rows.get(i).name() + " " + rows.get(i).value());
            if (!rows.get(i).hint().isEmpty()) {
                value.setTooltip(new Tooltip(rows.get(i).hint()));
            }
            setHgrow(value, Priority.ALWAYS);
            addRow(i, name, value);
        }
    }
}
