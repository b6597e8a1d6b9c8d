package studio.desktop.studio;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.ParameterRange;
import studio.model.job.StartRequestRules;

/** What is typed on the Studio page reaches the request, also after one has been elsewhere. */
@ExtendWith(ApplicationExtension.class)
class StudioPageUiTest {
    private final TestDesk desk = new TestDesk();
    private StudioController screen;

    @Start
    void show(Stage stage) {
        screen = new StudioController(desk.context(), StartRequestRules::check);
        Snapshots.show(stage, screen.root(), false);
        screen.opened();
    }

    @Test
    void a_range_that_is_typed_after_one_was_on_another_page_is_checked_and_sent(FxRobot robot) {
        for (int i = 0; i < 2; i++) {
            robot.interact(screen::closed);
            robot.interact(screen::opened);
        }

        robot.interact(() -> bound("min").setText("0.9"));
        assertThat(train().isDisabled()).isTrue();

        robot.interact(() -> {
            bound("min").setText("0.002");
            bound("max").setText("0.004");
        });
        assertThat(train().isDisabled()).isFalse();
        robot.interact(train()::fire);

        assertThat(desk.client.started).hasSize(1);
        assertThat(desk.client.started.get(0).parameterSpace())
                .containsOnlyKeys("pierce_depth")
                .extractingByKey("pierce_depth")
                .extracting(ParameterRange::min, ParameterRange::max)
                .containsExactly(0.002, 0.004);
    }

    @Test
    void a_range_that_was_typed_before_one_went_to_another_page_stands_there_again(FxRobot robot) {
        robot.interact(() -> bound("min").setText("0.002"));

        robot.interact(screen::closed);
        robot.interact(screen::opened);

        assertThat(bound("min").getText()).isEqualTo("0.002");
    }

    private TextField bound(String which) {
        return (TextField) screen.root().lookup("#parameter-pierce_depth-" + which);
    }

    private Button train() {
        return (Button) screen.root().lookup("#train");
    }
}
