package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;
import studio.model.json.StudioJson;
import studio.model.result.JobResults;

@ExtendWith(ApplicationExtension.class)
class ResultsUiTest {
    private final TestDesk desk = new TestDesk();

    @TempDir
    Path folder;

    private ResultsController screen;

    @Start
    void start(Stage stage) {
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.COMPLETED));
        desk.client.results.put(SampleJobs.JOB_ID, SampleJobs.results(JobStatus.COMPLETED));
        screen = new ResultsController(
                SampleJobs.JOB_ID,
                desk.context(),
                (window, name) -> Optional.of(folder.resolve(name)),
                () -> desk.went.add("back"));
        Snapshots.show(stage, screen.root(), true);
        screen.opened();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(screen::closed);
    }

    @Test
    void figures_parameters_and_windows_are_shown(FxRobot robot) {
        Label profit = robot.from(robot.lookup("#keyFigures"))
                .lookup("#figure-net_profit_pct")
                .queryAs(Label.class);
        TableView<ParameterRow> parameters = robot.lookup("#parameterTable").queryTableView();
        TableView<WindowRow> windows = robot.lookup("#windowTable").queryTableView();

        assertThat(profit.getText()).isEqualTo("+24.31 %");
        assertThat(parameters.getItems()).hasSize(5);
        assertThat(windows.getItems()).hasSize(4);
        assertThat(robot.lookup("#equityChart").query().getAccessibleText()).startsWith("Chart of equity from");
    }

    @Test
    void the_export_writes_what_the_server_told(FxRobot robot) throws Exception {
        robot.clickOn("#exportButton");

        Path file = folder.resolve("results-" + SampleJobs.JOB_ID + ".json");
        JobResults read = StudioJson.lenient().readValue(Files.readString(file), JobResults.class);
        assertThat(read.bestScore()).isEqualTo(1.85);
        assertThat(desk.went).containsExactly("tell Results written to " + file);
    }

    @Test
    void training_again_opens_the_new_jobs_progress(FxRobot robot) {
        robot.clickOn("#againButton");

        assertThat(desk.went).containsExactly("progress rerun-of-" + SampleJobs.JOB_ID);
    }

    @Test
    void back_leads_to_where_the_analyst_was(FxRobot robot) {
        robot.clickOn("#backButton");

        assertThat(desk.went).containsExactly("back");
    }
}
