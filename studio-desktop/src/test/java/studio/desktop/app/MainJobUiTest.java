package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.client.JobQuery;
import studio.desktop.client.TrainingClient;
import studio.desktop.fakes.Snapshots;
import studio.desktop.settings.Theme;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;

/**
 * The main job as an analyst does it, on real parts: the app, a server, an embedded PostgreSQL. Its screens are written
 * to {@code target/screenshots}; docs/screenshots.sh takes the README's pictures from there.
 */
@ExtendWith(ApplicationExtension.class)
class MainJobUiTest {
    @TempDir
    static Path folder;

    private static RealServer server;

    private final StudioApplication app = new StudioApplication();
    private Stage stage;
    private FxRobot robot;
    private ShellHandle shell;

    @BeforeAll
    static void startServer() {
        server = new RealServer(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Start
    void prepare(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void open(FxRobot given) {
        robot = given;
        shell = new ShellHandle(robot, stage);
        robot.interact(() -> app.show(stage, server.start()));
        shell.waitUntilShown("train");
        shell.waitFor(() -> !shell.disabled("train"));
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            app.stop();
            stage.hide();
        });
    }

    @Test
    void an_analyst_trains_watches_cancels_looks_back_and_trains_again() {
        shell.write("iterations", "160");
        shell.write("seed", "7");
        shell.waitFor(() -> !shell.disabled("train") && !shell.text("duration").isBlank());
        picture("studio");

        // A first training, seen through its steps.
        shell.click("train");
        shell.waitUntilShown("overallBar");
        List<Double> bar = new ArrayList<>();
        waitForStep("optimization", bar);
        shell.waitFor(() -> shell.text("iterationLabel").matches("\\d\\d+ / 160"));
        waitForStep("validation", bar);
        picture("progress-validating");
        shell.waitUntilShown("outcomeLabel");
        bar.add(bar());
        picture("progress-done");
        assertThat(shell.text("outcomeLabel")).startsWith("Training completed");
        assertThat(shell.text("percentLabel")).startsWith("100");
        assertThat(bar).isSorted();
        shell.click("closeButton");

        // A second one, cancelled while it runs.
        shell.write("iterations", "1000000");
        robot.interact(() -> ((javafx.scene.control.ComboBoxBase<?>) node("optimizer")).requestFocus());
        shell.waitFor(() -> !shell.disabled("train"));
        shell.click("train");
        shell.waitUntilShown("overallBar");
        waitForStep("optimization", new ArrayList<>());
        shell.waitFor(() -> shell.text("iterationLabel").matches("\\d\\d.* / 1,000,000"));
        // The first was over before it could be drawn twice.
        picture("progress-optimizing");
        shell.click("cancelButton");
        shell.waitUntilShown("confirmCancelButton");
        shell.click("confirmCancelButton");
        shell.waitUntilShown("outcomeLabel");
        picture("progress-cancelled");
        assertThat(shell.text("outcomeLabel")).startsWith("Training cancelled");
        assertThat(shell.text("explanationLabel")).contains("kept");
        shell.click("closeButton");

        // Both stand in the history; the first is run again with the same request and seed.
        shell.click("railHistory");
        shell.waitFor(() -> rows() == 2);
        picture("history");
        select(1);
        shell.click("rerunButton");
        JobSummary[] jobs = awaitThirdJob();
        assertThat(jobs[0].rerunOf()).isEqualTo(jobs[2].jobId());
        assertThat(jobs[0].status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(jobs[0].bestScore()).isEqualTo(jobs[2].bestScore());
        assertThat(jobs[1].status()).isEqualTo(JobStatus.CANCELLED);
        robot.push(KeyCode.ESCAPE);
        shell.waitFor(() -> !shell.shows("overlay"));

        // Its results.
        shell.click("railStudio");
        shell.click("railHistory");
        shell.waitFor(() -> rows() == 3);
        select(0);
        shell.click("openButton");
        shell.waitUntilShown("resultsPage");
        shell.waitFor(() -> shell.shows("equityChart"));
        picture("results");
        section("walkForwardTab");
        picture("results-walk-forward");
        assertThat(((TableView<?>) node("windowTable")).getItems()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(((TableView<?>) node("parameterTable")).getItems()).hasSize(9);
        section("tradesTab");
        shell.waitFor(() -> !shell.shows("candleState"));
        robot.interact(
                () -> ((TableView<?>) node("tradeTable")).getSelectionModel().select(3));
        picture("results-trades");
        section("trialsTab");
        shell.waitFor(
                () -> stage.getScene().getRoot().lookupAll(".scatter-chart").size() == 9);
        picture("results-trials");

        shell.click("railSettings");
        shell.waitFor(() -> !shell.shows("resultsPage"));
        picture("settings");
    }

    private static JobSummary[] awaitThirdJob() {
        try (TrainingClient client = server.client()) {
            List<JobSummary> jobs = client.jobs(JobQuery.newest(10)).jobs();
            long deadline = System.nanoTime() + 240_000_000_000L;
            while (jobs.size() < 3 || !jobs.get(0).status().isEnded()) {
                assertThat(System.nanoTime()).as("the re-run ends").isLessThan(deadline);
                jobs = client.jobs(JobQuery.newest(10)).jobs();
            }
            return jobs.toArray(JobSummary[]::new);
        }
    }

    private void waitForStep(String key, List<Double> bar) {
        shell.waitFor(() -> {
            bar.add(bar());
            Node step = stage.getScene().getRoot().lookup("#step-" + key);
            Node label = step == null ? null : step.lookup(".label");
            return label instanceof Label text && text.getText().matches(".*…\\s*\\d+\\s*%");
        });
    }

    private double bar() {
        return stage.getScene().getRoot().lookup("#overallBar") instanceof ProgressBar bar ? bar.getProgress() : 0;
    }

    private void section(String tabId) {
        robot.interact(() -> {
            TabPane sections = (TabPane) node("sections");
            sections.getTabs().stream()
                    .filter(t -> t.getId().equals(tabId))
                    .forEach(sections.getSelectionModel()::select);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private int rows() {
        return stage.getScene().getRoot().lookup("#table") instanceof TableView<?> table
                ? table.getItems().size()
                : -1;
    }

    private void select(int index) {
        robot.interact(() -> {
            TableView<?> table = (TableView<?>) node("table");
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(index);
        });
    }

    private Node node(String id) {
        Node found = stage.getScene().getRoot().lookup("#" + id);
        assertThat(found).as(id).isNotNull();
        return found;
    }

    /** What the analyst sees now, in both themes. */
    private void picture(String name) {
        for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
            robot.interact(() -> Appearance.apply(theme));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> Snapshots.write(
                    stage.getScene().getRoot(),
                    "main-job/" + name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT)));
        }
        assertThat(node("statusState")).isInstanceOf(Labeled.class);
    }
}
