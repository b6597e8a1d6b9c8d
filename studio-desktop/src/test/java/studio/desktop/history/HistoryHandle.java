package studio.desktop.history;

import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The history page as a person works it. */
final class HistoryHandle {
    private final FxRobot robot;

    HistoryHandle(FxRobot robot) {
        this.robot = robot;
    }

    TableView<HistoryRow> table() {
        return robot.lookup("#table").queryTableView();
    }

    void select(int index) {
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(index);
        });
    }

    void scrollTo(int index) {
        robot.interact(() -> {
            table().scrollTo(index);
            table().layout();
        });
    }

    void sortBy(String column) {
        robot.interact(() -> table().getSortOrder()
                .setAll(java.util.List.of(table().getColumns().stream()
                        .filter(c -> c.getId().equals("column-" + column))
                        .findFirst()
                        .orElseThrow())));
    }

    void type(String text) {
        robot.clickOn("#searchField").write(text);
    }

    void key(KeyCode code) {
        robot.press(code).release(code);
    }

    void press(String id) {
        robot.clickOn("#" + id);
    }

    boolean isBlocked(String id) {
        return robot.lookup("#" + id).queryButton().isDisabled();
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).query().isVisible();
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }
}
