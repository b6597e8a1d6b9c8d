package studio.desktop.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window as its user meets it. */
final class ShellHandle {
    private final FxRobot robot;
    private final Stage stage;

    ShellHandle(FxRobot robot, Stage stage) {
        this.robot = robot;
        this.stage = stage;
    }

    boolean shows(String id) {
        Node node = stage.getScene().getRoot().lookup("#" + id);
        // A label is not seen while the box around it is hidden.
        for (Node part = node; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    void waitFor(Callable<Boolean> condition) {
        waitFor(40, condition);
    }

    void waitFor(int seconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    seconds, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come about", e);
        }
    }

    void waitUntilShown(String id) {
        waitFor(() -> shows(id));
    }

    String text(String id) {
        Node node = stage.getScene().getRoot().lookup("#" + id);
        return node instanceof Labeled label ? label.getText() : ((TextInputControl) node).getText();
    }

    /** How many rows a list or table has. */
    int items(String id) {
        Node node = stage.getScene().getRoot().lookup("#" + id);
        return node instanceof ListView<?> list
                ? list.getItems().size()
                : ((TableView<?>) node).getItems().size();
    }

    boolean disabled(String id) {
        return stage.getScene().getRoot().lookup("#" + id).isDisabled();
    }

    void write(String id, String text) {
        robot.interact(() -> ((TextInputControl) stage.getScene().getRoot().lookup("#" + id)).setText(text));
    }

    void click(String id) {
        robot.clickOn("#" + id);
    }

    /** Chooses as an arrow key and Enter would. */
    @SuppressWarnings("unchecked")
    <T> void choose(String id, Predicate<T> wanted) {
        robot.interact(() -> {
            ChoiceBox<T> box = (ChoiceBox<T>) stage.getScene().getRoot().lookup("#" + id);
            box.setValue(box.getItems().stream().filter(wanted).findFirst().orElseThrow());
        });
    }

    TableView<?> table(String id) {
        return (TableView<?>) stage.getScene().getRoot().lookup("#" + id);
    }

    void select(String table, int... rows) {
        robot.interact(() -> {
            table(table).requestFocus();
            table(table).getSelectionModel().clearSelection();
            for (int row : rows) {
                table(table).getSelectionModel().select(row);
            }
        });
    }

    /** Presses the head of a column. */
    void sort(String table, String column, TableColumn.SortType type) {
        robot.interact(() -> sort(table(table), column, type));
    }

    private static <T> void sort(TableView<T> table, String column, TableColumn.SortType type) {
        TableColumn<T, ?> found = table.getColumns().stream()
                .filter(c -> ("column-" + column).equals(c.getId()))
                .findFirst()
                .orElseThrow();
        found.setSortType(type);
        table.getSortOrder().setAll(List.of(found));
    }

    /** What a table shows there. */
    String cell(String table, String column, int row) {
        return String.valueOf(table(table).getColumns().stream()
                .filter(c -> ("column-" + column).equals(c.getId()))
                .findFirst()
                .orElseThrow()
                .getCellData(row));
    }

    /** Chooses a section of a page. */
    void section(String tab) {
        robot.interact(() -> {
            TabPane sections = (TabPane) stage.getScene().getRoot().lookup("#sections");
            sections.getTabs().stream()
                    .filter(t -> tab.equals(t.getId()))
                    .forEach(sections.getSelectionModel()::select);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
