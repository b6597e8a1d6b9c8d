package studio.desktop.progress;

import java.util.Locale;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One log line, wrapped to the list's width. */
final class LogCell extends ListCell<LogLine> {

    LogCell() {
        setWrapText(true);
        setPrefWidth(0);
        getStyleClass().add("log-line");
    }

    @Override
    protected void updateItem(@Nullable LogLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll("info", "warning", "error");
        if (empty || line == null) {
            setText(null);
        } else {
            setText(line.text());
            getStyleClass().add(line.level().name().toLowerCase(Locale.ROOT));
        }
    }
}
