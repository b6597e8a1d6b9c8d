package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
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
        "COMPLETED, overviewTab, 0",
        "COMPLETED, overviewTab, 1",
        "COMPLETED, tradesTab, 0",
        "COMPLETED, trialsTab, 0",
        "COMPLETED, trialsTab, 1",
        "COMPLETED, walkForwardTab, 0",
        "COMPLETED, trustTab, 0",
        "COMPLETED, trustTab, 1",
        "CANCELLED, trustTab, 0",
        "COMPLETED, requestTab, 0",
        "CANCELLED, overviewTab, 0",
        "CANCELLED, walkForwardTab, 0"
    })
    void every_section_is_drawn_in_both_themes(JobStatus status, String tab, double scrolled) {
        for (boolean dark : new boolean[] {false, true}) {
            var file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> draw(status, tab, scrolled, dark));

            assertThat(file).isNotEmptyFile();
        }
    }

    private Path draw(JobStatus status, String tab, double scrolled, boolean dark) {
        TestDesk desk = new TestDesk();
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, status));
        desk.client.results.put(SampleJobs.JOB_ID, SampleJobs.results(status));
        desk.client.trials.addAll(SampleJobs.variedTrials(400));
        ResultsController screen =
                new ResultsController(SampleJobs.JOB_ID, desk.context(), (w, name) -> Optional.empty(), () -> {});
        Snapshots.show(stage, (Pane) screen.root(), dark);
        screen.opened();
        TabPane sections = (TabPane) screen.root().lookup("#sections");
        sections.getTabs().stream().filter(t -> t.getId().equals(tab)).forEach(sections.getSelectionModel()::select);
        screen.root().applyCss();
        screen.root().layout();
        Node content = sections.getSelectionModel().getSelectedItem().getContent();
        if (content instanceof ScrollPane pane) {
            pane.setVvalue(scrolled);
        }
        if (content.lookup("#tradeTable") instanceof TableView<?> trades) {
            trades.getSelectionModel().select(60);
            // The part looked at is asked for finer once the view is still.
            desk.delay.pass();
        }
        Path written = Snapshots.write(
                screen.root(),
                "results-" + status.name().toLowerCase(java.util.Locale.ROOT) + "-" + tab.replace("Tab", "")
                        + (scrolled > 0 ? "-foot" : "") + (dark ? "-dark" : "-light"));
        screen.closed();
        return written;
    }
}
