package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.control.ScrollPane;
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

/** Draws the results screen in its states and both themes, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class ResultsGalleryUiTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 0, false",
        "COMPLETED, 0, true",
        "COMPLETED, 0.55, false",
        "COMPLETED, 1, true",
        "COMPLETED, 1, false",
        "CANCELLED, 0, false",
        "CANCELLED, 0, true"
    })
    void every_state_is_drawn(JobStatus status, double scrolled, boolean dark) {
        TestDesk desk = new TestDesk();
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, status));
        desk.client.results.put(SampleJobs.JOB_ID, SampleJobs.results(status));

        var file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            ResultsController screen =
                    new ResultsController(SampleJobs.JOB_ID, desk.context(), (w, name) -> Optional.empty(), () -> {});
            Snapshots.show(stage, (Pane) screen.root(), dark);
            screen.opened();
            screen.root().applyCss();
            screen.root().layout();
            ((ScrollPane) screen.root().lookup("#content")).setVvalue(scrolled);
            var written = Snapshots.write(
                    screen.root(),
                    "results-" + status.name().toLowerCase(java.util.Locale.ROOT) + "-" + (int) (scrolled * 100)
                            + (dark ? "-dark" : "-light"));
            screen.closed();
            return written;
        });

        assertThat(file).isNotEmptyFile();
    }
}
