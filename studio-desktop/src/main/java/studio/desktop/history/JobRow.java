package studio.desktop.history;

import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Tells the view-model which jobs are in view, and opens one on a double click. */
final class JobRow extends TableRow<HistoryRow> {
    private final HistoryViewModel viewModel;
    private @Nullable HistoryRow shown;

    JobRow(HistoryViewModel viewModel, Runnable open) {
        this.viewModel = viewModel;
        setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && !isEmpty()) {
                open.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable HistoryRow row, boolean empty) {
        super.updateItem(row, empty);
        HistoryRow now = empty ? null : row;
        if (now == shown) {
            return;
        }
        if (shown != null) {
            viewModel.onHidden(shown);
        }
        shown = now;
        if (now != null) {
            viewModel.onShown(now, getIndex());
        }
    }
}
