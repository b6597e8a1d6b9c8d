package studio.desktop.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;

@ExtendWith(ApplicationExtension.class)
class ProgressModalUiTest {
    private final TestDesk desk = new TestDesk();
    private ProgressController modal;

    @Start
    void start(Stage stage) {
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
        desk.client.trials.addAll(SampleJobs.trials(30));
        modal = new ProgressController(SampleJobs.JOB_ID, desk.context(), desk.feed, () -> desk.went.add("closed"));
        Snapshots.show(stage, Snapshots.overPage(modal.root()), false);
        modal.opened();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(modal::closed);
    }

    @Test
    void no_part_of_it_keeps_a_picture_that_would_outlive_it(FxRobot robot) {
        robot.interact(() -> desk.feed.tell(SampleJobs.optimizing()));

        assertThat(modal.root().lookupAll(".viewport")).isNotEmpty();
        assertThat(modal.root().lookupAll("*")).noneMatch(Node::isCache);
    }

    @Test
    void a_training_is_seen_through_its_steps_to_its_results(FxRobot robot) {
        ProgressModalHandle handle = new ProgressModalHandle(robot);
        robot.interact(() -> desk.feed.tell(SampleJobs.pending()));
        assertThat(handle.shows("dashboardBox")).isFalse();

        robot.interact(() -> desk.feed.tell(SampleJobs.optimizing()));

        assertThat(handle.title()).isEqualTo("Liquidity sweep · BTC/USDT · 5m");
        assertThat(handle.percent()).isEqualTo("55 %");
        assertThat(handle.step("optimization")).isEqualTo("Optimizing… 60%");
        assertThat(handle.bestParameter("pierce_depth")).isEqualTo("0.00152");
        assertThat(handle.chartInWords()).startsWith("Chart of 30 trials.");

        desk.client.results.put(SampleJobs.JOB_ID, SampleJobs.results(JobStatus.COMPLETED));
        robot.interact(() -> desk.feed.tell(SampleJobs.completed()));

        assertThat(handle.bar()).isEqualTo(1);
        assertThat(handle.outcome()).isEqualTo("Training completed in 10 min 25 s");
        assertThat(handle.shows("cancelWrap")).isFalse();
        handle.press("resultsButton");
        assertThat(desk.went).containsExactly("closed", "results " + SampleJobs.JOB_ID);
    }

    @Test
    void in_a_low_window_its_buttons_are_still_within_reach(FxRobot robot) throws TimeoutException {
        Node background = robot.lookup("#backgroundButton").query();
        robot.interact(() -> desk.feed.tell(SampleJobs.optimizing()));

        robot.interact(() -> background.getScene().getWindow().setHeight(520));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> background.getScene().getHeight() <= 520);
        robot.interact(() -> background.getScene().getRoot().layout());

        Bounds seen = background.localToScene(background.getLayoutBounds());
        assertThat(seen.getMaxY()).isLessThanOrEqualTo(background.getScene().getHeight());
    }

    @Test
    void a_failed_training_is_brought_back_to_the_form(FxRobot robot) {
        ProgressModalHandle handle = new ProgressModalHandle(robot);
        robot.interact(() -> desk.feed.tell(SampleJobs.failed()));

        handle.press("editButton");

        assertThat(desk.went).containsExactly("closed", "edit LIQUIDITY_SWEEP");
    }

    @Test
    void a_cancel_is_asked_about_once_and_sent(FxRobot robot) {
        ProgressModalHandle handle = new ProgressModalHandle(robot);
        robot.interact(() -> desk.feed.tell(SampleJobs.optimizing()));

        handle.press("cancelButton");
        assertThat(handle.shows("confirmBox")).isTrue();
        assertThat(desk.client.calls).doesNotContain("cancel " + SampleJobs.JOB_ID);
        handle.press("confirmCancelButton");

        assertThat(desk.client.calls).contains("cancel " + SampleJobs.JOB_ID);
        assertThat(handle.shows("confirmBox")).isFalse();
        assertThat(handle.button("cancelButton").isDisabled()).isTrue();
        assertThat(handle.button("cancelButton").getAccessibleHelp()).isEqualTo("The training is being cancelled.");
    }

    @Test
    void escape_runs_it_in_the_background(FxRobot robot) {
        robot.interact(() -> desk.feed.tell(SampleJobs.optimizing()));

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        assertThat(desk.went).containsExactly("closed");
        assertThat(desk.client.calls).doesNotContain("cancel " + SampleJobs.JOB_ID);
    }

    @Test
    void a_thousand_openings_leave_no_subscription(FxRobot robot) {
        robot.interact(() -> {
            modal.closed();
            for (int i = 0; i < 1_000; i++) {
                modal.opened();
                modal.closed();
            }
        });

        assertThat(desk.feed.watches()).isZero();
        assertThat(desk.delay.waiting()).isZero();
    }

    @Test
    void every_control_has_a_name_for_screen_readers(FxRobot robot) {
        List<String> nameless = new ArrayList<>();

        robot.interact(() -> collect(modal.root(), nameless));

        assertThat(nameless).isEmpty();
    }

    private static void collect(Parent parent, List<String> nameless) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            boolean named =
                    child.getAccessibleText() != null || child instanceof Labeled labeled && labeled.getText() != null;
            boolean reachable = child instanceof Control control
                    && (control.isFocusTraversable() || control instanceof TextInputControl);
            if (reachable && !named && child.getId() != null) {
                nameless.add(child.getId());
            }
            if (child instanceof Parent inner) {
                collect(inner, nameless);
            }
        }
    }
}
