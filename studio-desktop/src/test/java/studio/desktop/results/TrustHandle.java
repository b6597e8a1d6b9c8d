package studio.desktop.results;

import javafx.scene.control.Label;
import org.testfx.api.FxRobot;

/** The trust report as a person finds it. */
final class TrustHandle {
    private final FxRobot robot;

    TrustHandle(FxRobot robot) {
        this.robot = robot;
    }

    String verdict() {
        return robot.lookup("#trustVerdict").queryAs(Label.class).getText();
    }

    String value(String key) {
        return robot.lookup("#trust-" + key).queryAs(Label.class).getText();
    }

    String importance(String parameter) {
        return robot.lookup("#importance-" + parameter).queryAs(Label.class).getText();
    }
}
