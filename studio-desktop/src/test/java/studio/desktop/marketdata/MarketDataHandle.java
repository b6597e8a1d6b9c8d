package studio.desktop.marketdata;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;

/** The Market data page as a person works it. */
final class MarketDataHandle {
    private final FxRobot robot;
    private final MarketDataController screen;

    MarketDataHandle(FxRobot robot, MarketDataController screen) {
        this.robot = robot;
        this.screen = screen;
    }

    /** Drags files over the page and drops them; the headless toolkit cannot drag from outside by itself. */
    DroppedFiles drop(Path... files) {
        AtomicReference<DroppedFiles> drag = new AtomicReference<>();
        robot.interact(() -> {
            drag.set(new DroppedFiles(List.of(files)));
            drag.get().over(screen.root());
            drag.get().drop(screen.root());
        });
        return drag.get();
    }

    void press(String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(Button.class).fire());
    }

    void type(String id, String text) {
        robot.interact(
                () -> robot.lookup("#" + id).queryAs(TextInputControl.class).setText(text));
    }

    @SuppressWarnings("unchecked")
    void choose(String id, String value) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(ChoiceBox.class).setValue(value));
    }

    TableView<?> table(String id) {
        return robot.lookup("#" + id).queryTableView();
    }

    void select(String table, int row) {
        robot.interact(() -> table(table).getSelectionModel().clearAndSelect(row));
    }

    String text(String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).query().isVisible();
    }

    boolean isBlocked(String id) {
        return robot.lookup("#" + id).query().isDisabled();
    }

    String cell(String table, String column, int row) {
        return String.valueOf(table(table).getColumns().stream()
                .filter(c -> ("column-" + column).equals(c.getId()))
                .findFirst()
                .orElseThrow()
                .getCellData(row));
    }
}
