package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.desktop.fakes.SampleJobs;

/** What the window does by itself: closing, preparing pages, and keeping still where there is nothing new to tell. */
@ExtendWith(ApplicationExtension.class)
class WindowUiTest {
    private final TestStart start = new TestStart();
    private final StudioApplication app = new StudioApplication();
    private Stage stage;
    private ShellHandle shell;

    @Start
    void prepare(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void open(FxRobot robot) {
        shell = new ShellHandle(robot, stage);
        start.client.progress.put(SampleJobs.JOB_ID, SampleJobs.optimizing());
        robot.interact(() -> app.show(stage, start.start()));
        shell.waitUntilShown("train");
        shell.waitFor(() -> !shell.disabled("train"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            app.stop();
            stage.hide();
        });
        start.close();
    }

    @Test
    void control_q_closes_the_window_as_its_own_button_does(FxRobot robot) {
        robot.interact(() -> stage.setOnCloseRequest(WindowEvent::consume));
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        assertThat(stage.isShowing()).isTrue();
        robot.interact(() -> stage.setOnCloseRequest(null));

        robot.push(KeyCode.CONTROL, KeyCode.Q);

        shell.waitFor(() -> !stage.isShowing());
        assertThat(start.stored).containsKey("window.place");
    }

    @Test
    void a_first_window_takes_what_it_wants_of_the_screen_and_no_more() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();

        assertThat(stage.getWidth()).isEqualTo(Math.min(1440, screen.getWidth()));
        assertThat(stage.getHeight()).isEqualTo(Math.min(900, screen.getHeight()));
    }

    @Test
    void the_history_is_made_ready_while_the_analyst_rests(FxRobot robot) {
        shell.waitFor(() -> start.historiesMade.get() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        shell.waitUntilShown("historyScreen");
        assertThat(start.historiesMade).hasValue(1);
        assertThat(robot.lookup("#historyScreen").query().getOpacity()).isEqualTo(1);
    }

    @Test
    void the_end_of_a_training_whose_results_are_open_is_not_told_beside_them(FxRobot robot) {
        shell.click("train");
        shell.waitUntilShown("progressScreen");
        robot.interact(() -> Objects.requireNonNull(start.context).navigation().openResults(SampleJobs.JOB_ID));
        shell.waitUntilShown("resultsScreen");

        start.client.progress.put(SampleJobs.JOB_ID, SampleJobs.completed());

        shell.waitFor(() -> start.signalled.stream().anyMatch(words -> words.endsWith(": Training completed.")));
        assertThat(shell.shows("noteBox")).isFalse();
    }
}
