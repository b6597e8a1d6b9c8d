package studio.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;

/** Draws the history in its states and both themes, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class HistoryGalleryUiTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "empty, false",
        "empty, true",
        "rows, false",
        "rows, true",
        "away, false",
        "editing, true",
        "deleting, false"
    })
    void every_state_is_drawn(String state, boolean dark) {
        TestDesk desk = new TestDesk();
        if (!state.equals("empty")) {
            desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
            for (int i = 0; i < 40; i++) {
                String id = "job-" + i;
                JobStatus status = JobStatus.values()[i % 6];
                desk.client.jobs.put(id, SampleJobs.summary(id, i > 5 ? JobStatus.values()[3 + i % 3] : status));
            }
        }

        var file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            HistoryController screen =
                    new HistoryController(desk.context(), desk.feed, (window, name) -> java.util.Optional.empty());
            Snapshots.show(stage, (Pane) screen.root(), dark);
            screen.opened();
            Snapshots.write(screen.root(), "history-" + state + (dark ? "-dark" : "-light"));
            desk.delay.pass();
            desk.feed.tell(SampleJobs.optimizing());
            TableView<?> table = (TableView<?>) screen.root().lookup("#table");
            table.getSelectionModel().select(state.equals("deleting") ? 4 : 0);
            if (state.equals("away")) {
                desk.feed.away();
            } else if (state.equals("editing")) {
                ((javafx.scene.control.Button) screen.root().lookup("#renameButton")).fire();
            } else if (state.equals("deleting")) {
                ((javafx.scene.control.Button) screen.root().lookup("#deleteButton")).fire();
            }
            var written = Snapshots.write(screen.root(), "history-" + state + (dark ? "-dark" : "-light"));
            screen.closed();
            return written;
        });

        assertThat(file).isNotEmptyFile();
        assertThat(desk.feed.watches()).isZero();
    }
}
