package studio.desktop.app;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
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
}
