package studio.desktop.progress;

import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One log line, wrapped to the list's width, with its time in UTC on hover. */
final class LogCell extends ListCell<LogLine> {
    private final Tooltip utc = new Tooltip();

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
            setTooltip(null);
        } else {
            setText(line.text());
            utc.setText(line.utc());
            setTooltip(utc);
            getStyleClass().add(line.level().name().toLowerCase(Locale.ROOT));
        }
    }
}
