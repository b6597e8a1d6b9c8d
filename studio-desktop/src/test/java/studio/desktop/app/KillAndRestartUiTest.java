package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.acceptance.ServerProcess;
import studio.desktop.client.TrainingClient;

/** The server is killed in the middle of a training, and the app quit and started: nothing is lost, the modal is back. */
@ExtendWith(ApplicationExtension.class)
class KillAndRestartUiTest {
    @TempDir
    Path folder;

    private StudioApplication app = new StudioApplication();
    private Stage stage;

    @Start
    void prepare(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            app.stop();
            stage.hide();
        });
    }

    @Test
    void a_killed_server_and_a_restarted_app_find_the_training_and_all_that_was_typed(FxRobot robot) throws Exception {
        ShellHandle shell = new ShellHandle(robot, stage);
        try (ServerProcess server = ServerProcess.start(folder, 1);
                RemoteServer desk = new RemoteServer(server.url())) {
            robot.interact(() -> app.show(stage, desk.start()));
            shell.waitUntilShown("train");
            shell.write("iterations", "1000000");
            shell.write("seed", "11");
            shell.waitFor(() -> !shell.disabled("train"));
            shell.click("train");
            shell.waitUntilShown("overallBar");
            shell.waitFor(() -> iteration(shell) > 20);
            String jobId = jobId();
            int before = iteration(shell);

            // The server dies: what was known stays, and the modal says how old it is.
            server.kill();
            shell.waitUntilShown("awayBanner");
            assertThat(iteration(shell)).isGreaterThanOrEqualTo(before);

            // The app is quit and started while the server is still dead, then the server comes back.
            robot.interact(() -> app.stop());
            app = new StudioApplication();
            robot.interact(() -> app.show(stage, desk.start()));
            shell.waitUntilShown("failure");
            server.startAgain();
            shell.click("tryAgain");

            shell.waitUntilShown("overallBar");
            assertThat(jobId()).isEqualTo(jobId);
            shell.waitFor(() -> iteration(shell) >= before);
            int found = iteration(shell);
            // A dead worker's job is taken over once its heartbeat has been missed.
            shell.waitFor(120, () -> iteration(shell) > found);
            assertThat(shell.text("iterations")).isEqualTo("1000000");
            assertThat(shell.text("seed")).isEqualTo("11");
            try (TrainingClient client = desk.client()) {
                client.cancel(jobId);
            }
            shell.waitFor(120, () -> shell.text("outcomeLabel").startsWith("Training cancelled"));
        }
    }

    private String jobId() {
        return ((TextField) stage.getScene().getRoot().lookup("#jobIdField")).getText();
    }

    /** The first number of "30 / 1,000,000"; 0 while there is none. */
    private static int iteration(ShellHandle shell) {
        String digits = shell.text("iterationLabel").split("/")[0].replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
