package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.fakes.HandDelay;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Screen;

@ExtendWith(ApplicationExtension.class)
class PreparationUiTest {
    private static final Duration REST = Duration.ofMillis(600);
    private static final Duration NEARLY = Duration.ofMillis(599);

    private final HandDelay delay = new HandDelay();
    private final StackPane pages = new StackPane();
    private final Preparation preparation = new Preparation(pages, delay);
    private final PreparedPage page = new PreparedPage();
    private final List<String> steps = page.steps;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(pages, 400, 300));
        stage.show();
    }

    @BeforeEach
    void begin(FxRobot robot) {
        robot.interact(() -> preparation.begin(() -> {
            steps.add("made");
            return page;
        }));
    }

    private void pass(FxRobot robot, Duration time) {
        robot.interact(() -> delay.goBy(time));
    }

    private static KeyEvent key() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "a", "a", KeyCode.A, false, false, false, false);
    }

    private void press(FxRobot robot) {
        robot.interact(() -> Event.fireEvent(pages, key()));
    }

    @Test
    void each_step_waits_until_no_key_has_moved_for_a_while(FxRobot robot) {
        pass(robot, NEARLY);
        press(robot);
        pass(robot, NEARLY);
        assertThat(steps).isEmpty();
        pass(robot, REST);
        assertThat(steps).containsExactly("made");

        pass(robot, NEARLY);
        press(robot);
        pass(robot, NEARLY);
        assertThat(steps).containsExactly("made");
        pass(robot, REST);
        assertThat(steps).containsExactly("made", "asked");

        robot.interact(page::answer);
        pass(robot, NEARLY);
        press(robot);
        pass(robot, NEARLY);
        assertThat(steps).containsExactly("made", "asked");
        pass(robot, REST);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(steps).containsExactly("made", "asked", "laid out");
        assertThat(pages.getChildren()).isEmpty();
        assertThat(page.root.getOpacity()).isEqualTo(1);
    }

    @Test
    void once_it_is_over_keys_put_nothing_off_any_more(FxRobot robot) {
        pass(robot, REST);
        pass(robot, REST);
        robot.interact(page::answer);
        pass(robot, REST);
        WaitForAsyncUtils.waitForFxEvents();

        press(robot);

        assertThat(delay.waiting()).isZero();
        assertThat(page.cancelled).isTrue();
    }

    @Test
    void a_preparation_that_is_ended_before_the_page_is_made_makes_none(FxRobot robot) {
        robot.interact(preparation::end);
        press(robot);
        pass(robot, REST);

        assertThat(steps).isEmpty();
        assertThat(delay.waiting()).isZero();
    }

    @Test
    void a_preparation_that_is_ended_while_the_page_fetches_lets_go_of_the_call(FxRobot robot) {
        pass(robot, REST);
        pass(robot, REST);
        assertThat(page.cancelled).isFalse();

        robot.interact(preparation::end);

        assertThat(page.cancelled).isTrue();
        robot.interact(page::answer);
        assertThat(delay.waiting()).isZero();
        assertThat(pages.getChildren()).isEmpty();
    }

    @Test
    void a_preparation_that_is_ended_while_the_page_lies_below_takes_it_away_whole(FxRobot robot) {
        pass(robot, REST);
        pass(robot, REST);
        robot.interact(page::answer);

        robot.interact(() -> {
            delay.goBy(REST);
            assertThat(pages.getChildren()).containsExactly(page.root);
            assertThat(page.root.getOpacity()).isZero();
            preparation.end();
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(pages.getChildren()).isEmpty();
        assertThat(page.root.getOpacity()).isEqualTo(1);
    }

    @Test
    void a_page_that_was_opened_meanwhile_is_left_as_it_is(FxRobot robot) {
        pass(robot, REST);
        pass(robot, REST);
        robot.interact(page::answer);
        robot.interact(() -> pages.getChildren().setAll(page.root));

        pass(robot, REST);

        assertThat(pages.getChildren()).containsExactly(page.root);
        assertThat(page.root.getOpacity()).isEqualTo(1);
        assertThat(delay.waiting()).isZero();
    }

    /** Answers when the test says so, and keeps what was done with it. */
    private static final class PreparedPage implements Screen {
        final List<String> steps = new ArrayList<>();
        final StackPane root = new StackPane() {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                if (getWidth() > 0 && !steps.contains("laid out")) {
                    steps.add("laid out");
                }
            }
        };
        boolean cancelled;
        private @Nullable Runnable done;

        void answer() {
            Objects.requireNonNull(done).run();
        }

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public Ticket prepare(Runnable whenDone) {
            steps.add("asked");
            done = whenDone;
            return () -> cancelled = true;
        }

        @Override
        public void opened() {}

        @Override
        public void closed() {}
    }
}
