package studio.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextArea;
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
class HistoryUiTest {
    private final TestDesk desk = new TestDesk();
    private HistoryController screen;

    @Start
    void start(Stage stage) {
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
        for (int i = 0; i < 2_000; i++) {
            desk.client.jobs.put("done-" + i, SampleJobs.summary("done-" + i, JobStatus.COMPLETED));
        }
        screen = new HistoryController(desk.context(), desk.feed, (window, name) -> java.util.Optional.empty());
        Snapshots.show(stage, screen.root(), false);
        screen.opened();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(screen::closed);
        assertThat(desk.feed.watches()).isZero();
    }

    @Test
    void many_trainings_come_a_page_at_a_time(FxRobot robot) {
        HistoryHandle history = new HistoryHandle(robot);
        assertThat(history.table().getItems()).hasSize(100);
        assertThat(history.text("countLabel")).isEqualTo("100 of 2,001 trainings");

        history.scrollTo(95);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(history.table().getItems()).hasSizeBetween(200, 300);
    }

    @Test
    void the_running_row_in_view_is_live(FxRobot robot) {
        robot.interact(desk.delay::pass);
        assertThat(desk.feed.watchedJobs()).containsExactly(Set.of(SampleJobs.JOB_ID));

        robot.interact(() -> desk.feed.tell(SampleJobs.validating()));

        assertThat(new HistoryHandle(robot).table().getItems().get(0).job().percentage())
                .isEqualTo(83);
    }

    @Test
    void only_a_running_row_has_a_bar_and_a_cell_shows_nothing_of_what_it_showed_before(FxRobot robot) {
        HistoryHandle history = new HistoryHandle(robot);
        TableCell<?, ?> cell = history.statusCell(0);
        assertThat(HistoryHandle.bars(cell)).isEqualTo(1);
        assertThat(HistoryHandle.states(cell)).containsExactly("running");

        robot.interact(() -> tell(history, JobStatus.CANCELLING));
        assertThat(history.statusCell(0)).isSameAs(cell);
        assertThat(HistoryHandle.bars(cell)).isZero();
        assertThat(HistoryHandle.states(cell)).containsExactly("cancelling");

        robot.interact(() -> tell(history, JobStatus.FAILED));
        assertThat(HistoryHandle.states(cell)).containsExactly("failed");
        assertThat(HistoryHandle.hint(cell)).isNotEmpty();

        robot.interact(() -> tell(history, JobStatus.COMPLETED));

        assertThat(HistoryHandle.states(cell)).containsExactly("completed");
        assertThat(HistoryHandle.hint(cell)).isEmpty();
        assertThat(HistoryHandle.bars(cell)).isZero();
    }

    private static void tell(HistoryHandle history, JobStatus status) {
        history.table().getItems().get(0).onJob(SampleJobs.summary(SampleJobs.JOB_ID, status));
        history.table().layout();
    }

    @Test
    void enter_opens_progress_of_a_running_job_and_results_of_an_ended_one(FxRobot robot) {
        HistoryHandle history = new HistoryHandle(robot);

        history.select(0);
        history.key(KeyCode.ENTER);
        history.select(1);
        history.key(KeyCode.ENTER);

        assertThat(desk.went).containsExactly("progress " + SampleJobs.JOB_ID, "results done-0");
    }

    @Test
    void delete_asks_first_and_is_blocked_while_a_job_runs(FxRobot robot) {
        HistoryHandle history = new HistoryHandle(robot);
        history.select(0);
        assertThat(history.isBlocked("deleteButton")).isTrue();
        assertThat(history.isBlocked("cancelButton")).isFalse();

        history.select(1);
        history.key(KeyCode.DELETE);
        assertThat(history.shows("questionBox")).isTrue();
        history.press("questionYesButton");

        assertThat(desk.client.jobs).doesNotContainKey("done-0");
        assertThat(history.shows("questionBox")).isFalse();
    }

    @Test
    void escape_is_no_to_what_is_asked(FxRobot robot) {
        HistoryHandle history = new HistoryHandle(robot);
        history.select(1);
        history.key(KeyCode.DELETE);
        assertThat(history.shows("questionBox")).isTrue();

        robot.push(KeyCode.ESCAPE);

        assertThat(history.shows("questionBox")).isFalse();
        assertThat(desk.client.jobs).containsKey("done-0");
    }

    @Test
    void a_header_sorts_on_the_server(FxRobot robot) {
        new HistoryHandle(robot).sortBy("net_profit");

        assertThat(desk.client.calls).contains("jobs {} net_profit_pct null");
    }

    @Test
    void typing_searches_on_the_server_once_it_rests(FxRobot robot) {
        HistoryHandle history = new HistoryHandle(robot);

        history.type("done-7");
        robot.interact(desk.delay::pass);

        assertThat(desk.client.calls)
                .contains("jobs {q=done-7} -created_at null")
                .doesNotContain("jobs {q=d} -created_at null");
    }

    @Test
    void a_note_that_is_being_typed_outlives_a_refresh(FxRobot robot) {
        HistoryHandle history = new HistoryHandle(robot);
        history.select(1);
        history.key(KeyCode.F2);
        TextArea note = robot.lookup("#noteField").queryAs(TextArea.class);
        robot.interact(() -> {
            note.requestFocus();
            note.setText("seen twice");
        });

        robot.interact(screen::refresh);

        assertThat(history.table().getSelectionModel().getSelectedIndices()).containsExactly(1);
        assertThat(history.shows("editBox")).isTrue();
        assertThat(note.getText()).isEqualTo("seen twice");
        assertThat(note.isFocused()).isTrue();
    }
}
