package studio.desktop.fx;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Text with more about its row on hover, e.g. a time in the analyst's zone and the same in UTC. */
public final class HintCell<T> extends TableCell<T, String> {
    private final Tooltip tooltip = new Tooltip();

    /** {@code hint} is asked for only when the pointer rests on the cell. */
    public HintCell(Function<T, String> hint) {
        tooltip.setOnShowing(e -> {
            TableRow<T> row = getTableRow();
            T item = row == null ? null : row.getItem();
            tooltip.setText(item == null ? "" : hint.apply(item));
        });
    }

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty ? null : words);
        setTooltip(empty || words == null || words.isEmpty() ? null : tooltip);
    }
}
