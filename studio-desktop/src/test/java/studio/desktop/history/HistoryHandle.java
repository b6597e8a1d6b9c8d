package studio.desktop.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import studio.model.job.JobStatus;

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

    /** The cell that shows the status of that row now. */
    TableCell<?, ?> statusCell(int row) {
        return robot.lookup(".status-cell").queryAllAs(TableCell.class).stream()
                .filter(cell -> cell.getIndex() == row && cell.getGraphic() != null)
                .findFirst()
                .orElseThrow();
    }

    /** How many bars one sees in it. */
    static long bars(Node cell) {
        return cell.lookupAll(".progress-bar").stream().filter(Node::isVisible).count();
    }

    /** The statuses that the style sheet would draw the cell by. */
    static List<String> states(Node cell) {
        return cell.lookup(".status").getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .filter(name -> Arrays.stream(JobStatus.values())
                        .anyMatch(s -> s.name().toLowerCase(Locale.ROOT).equals(name)))
                .toList();
    }

    static String hint(TableCell<?, ?> cell) {
        return cell.getTooltip() == null ? "" : cell.getTooltip().getText();
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }
}
