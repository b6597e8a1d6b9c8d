package studio.desktop.results;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;

/** The results screen as its user meets it. */
final class ResultsHandle {
    private final FxRobot robot;

    ResultsHandle(FxRobot robot) {
        this.robot = robot;
    }

    /** Chooses a section by the id of its tab. */
    void open(String tabId) {
        robot.interact(() -> {
            TabPane sections = robot.lookup("#sections").queryAs(TabPane.class);
            Tab wanted = sections.getTabs().stream()
                    .filter(t -> t.getId().equals(tabId))
                    .findFirst()
                    .orElseThrow();
            sections.getSelectionModel().select(wanted);
            sections.applyCss();
            sections.layout();
        });
    }

    /** Looks at every section once, the last one stays. */
    void openEach() {
        robot.lookup("#sections").queryAs(TabPane.class).getTabs().stream()
                .map(Tab::getId)
                .toList()
                .forEach(this::open);
    }

    <T> TableView<T> table(String id) {
        return robot.lookup("#" + id).queryTableView();
    }

    void select(String tableId, int row) {
        robot.interact(() -> table(tableId).getSelectionModel().clearAndSelect(row));
    }

    Node node(String id) {
        return robot.lookup("#" + id).query();
    }

    /** Chooses from the export menu, which opens no window of its own without a display. */
    void export(String itemId) {
        robot.interact(
                () -> robot.lookup("#exportMenu").queryAs(javafx.scene.control.MenuButton.class).getItems().stream()
                        .filter(i -> itemId.equals(i.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }
}
