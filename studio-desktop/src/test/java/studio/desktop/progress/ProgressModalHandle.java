package studio.desktop.progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.testfx.api.FxRobot;

/** The progress modal as a person works it. */
final class ProgressModalHandle {
    private final FxRobot robot;

    ProgressModalHandle(FxRobot robot) {
        this.robot = robot;
    }

    String title() {
        return label("#titleLabel").getText();
    }

    String percent() {
        return label("#percentLabel").getText();
    }

    double bar() {
        return robot.lookup("#overallBar").queryAs(ProgressBar.class).getProgress();
    }

    String step(String key) {
        return ((Label) robot.from(robot.lookup("#step-" + key))
                        .lookup(".label")
                        .query())
                .getText();
    }

    String bestParameter(String name) {
        return label("#best-param-" + name).getText();
    }

    String outcome() {
        return label("#outcomeLabel").getText();
    }

    String notice() {
        return label("#noticeLabel").getText();
    }

    String chartInWords() {
        return robot.lookup("#scoreChart").query().getAccessibleText();
    }

    boolean shows(String id) {
        return robot.lookup("#" + id).query().isVisible();
    }

    Button button(String id) {
        return robot.lookup("#" + id).queryButton();
    }

    void press(String id) {
        robot.clickOn("#" + id);
    }

    private Label label(String id) {
        Node found = robot.lookup(id).query();
        return (Label) found;
    }
}
