package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
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
import studio.desktop.client.JobQuery;
import studio.desktop.client.MarketDataClient;
import studio.desktop.client.TrainingClient;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.market.ImportChoices;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.model.result.Configuration;
import studio.model.result.JobResults;

/** The pages beside the Studio, driven on a real server and PostgreSQL that hold what real trainings left there. */
@ExtendWith(ApplicationExtension.class)
class PagesOnServerUiTest {
    @TempDir
    static Path folder;

    private static RealServer server;
    private static TrainingClient client;
    private static String first;
    private static String second;
    private static String cancelled;

    private final StudioApplication app = new StudioApplication();
    private Stage stage;
    private FxRobot robot;
    private ShellHandle shell;

    @BeforeAll
    static void seed() {
        server = new RealServer(folder);
        client = server.client();
        first = train("first run", 1, 15, JobStatus.COMPLETED);
        second = train("second run", 2, 15, JobStatus.COMPLETED);
        cancelled = train("cut short", 3, 1_000_000, JobStatus.RUNNING);
        client.cancel(cancelled);
        await(cancelled, status -> status == JobStatus.CANCELLED);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String train(String name, long seed, int iterations, JobStatus until) {
        String jobId = client.start(request(name, seed, iterations)).summary().jobId();
        await(jobId, status -> status == until);
        return jobId;
    }

    private static void await(String jobId, Predicate<JobStatus> wanted) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        JobStatus status = client.job(jobId).summary().status();
        while (!wanted.test(status)) {
            assertThat(System.nanoTime()).as("%s is %s", jobId, status).isLessThan(deadline);
            status = client.job(jobId).summary().status();
        }
    }

    private static StartRequest request(String name, long seed, int iterations) {
        return new StartRequest(
                "MA_CROSS",
                null,
                "SIM/USDT",
                "simulated",
                Timeframe.M5,
                OptimizerKind.RANDOM,
                45,
                null,
                iterations,
                null,
                1,
                seed,
                null,
                true,
                null,
                null,
                null,
                name,
                null,
                List.of("seeded"),
                null);
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
        shell.waitUntilShown("railHistory");
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            app.stop();
            stage.hide();
        });
    }

    private void history() {
        shell.click("railHistory");
        shell.waitFor(() -> shell.table("table") != null && shell.items("table") == 3);
    }

    private JobSummary row(int index) {
        return (JobSummary) shell.table("table").getColumns().get(0).getCellData(index);
    }

    @Test
    void the_history_searches_filters_and_sorts_on_the_server_and_keeps_what_is_pinned_there() {
        history();
        assertThat(row(0).jobId()).isEqualTo(cancelled);

        shell.write("searchField", "second");
        shell.waitFor(() -> shell.items("table") == 1 && row(0).jobId().equals(second));
        shell.click("clearButton");
        shell.waitFor(() -> shell.items("table") == 3);
        shell.choose("statusFilter", filter -> filter.toString().equals("Cancelled"));
        shell.waitFor(() -> shell.items("table") == 1 && row(0).jobId().equals(cancelled));
        shell.click("clearButton");
        shell.waitFor(() -> shell.items("table") == 3);
        shell.sort("table", "best_score", TableColumn.SortType.ASCENDING);
        List<String> byScore = client.jobs(new JobQuery(Map.of(), "best_score", 10, null)).jobs().stream()
                .map(JobSummary::jobId)
                .toList();
        shell.waitFor(
                () -> List.of(row(0).jobId(), row(1).jobId(), row(2).jobId()).equals(byScore));
        shell.select("table", 1);
        shell.click("pinButton");
        shell.waitFor(() -> row(1).pinned());

        assertThat(client.job(byScore.get(1)).summary().pinned()).isTrue();
    }

    @Test
    void two_trainings_are_compared_by_what_the_server_stored_of_them() {
        history();
        shell.select("table", 1, 2);

        shell.click("compareButton");
        shell.waitFor(() -> shell.table("comparisonTable") != null && shell.items("comparisonTable") > 20);

        int all = shell.items("comparisonTable");
        robot.interact(() -> ((CheckBox) stage.getScene().lookup("#onlyDifferences")).fire());
        assertThat(shell.items("comparisonTable")).isBetween(1, all - 1);
        shell.click("backButton");
        shell.waitFor(() -> shell.table("table") != null);
    }

    @Test
    void the_results_are_those_that_the_server_stored() {
        JobResults stored = client.results(first);
        history();
        shell.select("table", 2);

        shell.click("openButton");
        shell.waitFor(() -> shell.shows("resultsPage") && shell.shows("equityChart"));

        assertThat(shell.text("configurationField")).isEqualTo(stored.configId());
        assertThat(shell.items("parameterTable")).isEqualTo(stored.bestParams().size());
        shell.section("walkForwardTab");
        assertThat(shell.items("windowTable"))
                .isEqualTo(stored.walkForward().windows().size());
        shell.section("trialsTab");
        shell.waitFor(
                () -> stage.getScene().getRoot().lookupAll(".scatter-chart").size()
                        == stored.bestParams().size());
        shell.section("tradesTab");
        assertThat(shell.items("tradeTable")).isEqualTo(stored.trades().size());
        shell.section("trustTab");
        shell.waitFor(() -> shell.shows("trustPane"));
    }

    @Test
    void each_finished_training_has_left_a_configuration() {
        List<Configuration> stored = client.configurations(Map.of(), 100).configurations();

        shell.click("railConfigurations");
        shell.waitFor(() -> shell.table("configurationTable") != null && shell.items("configurationTable") == 2);
        shell.select("configurationTable", 0);

        assertThat(shell.text("configIdField")).isEqualTo(stored.get(0).configId());
        shell.click("openJobButton");
        shell.waitUntilShown("resultsPage");
    }

    @Test
    void what_others_import_stands_on_the_market_data_page_after_a_refresh() {
        List<SeriesInfo> held = client.series().series();
        shell.click("railMarketData");
        shell.waitFor(() -> shell.table("seriesTable") != null && shell.items("seriesTable") == held.size());
        byte[] csv = """
                timestamp,open,high,low,close,volume
                2025-01-01T00:00:00Z,100,102,99,101,5
                2025-01-01T01:00:00Z,101,103,100,102,6
                2025-01-01T02:00:00Z,102,104,101,103,7
                """.getBytes(StandardCharsets.UTF_8);
        client.marketData()
                .importFile(new MarketDataClient.Upload(
                        "elsewhere",
                        "NEW/USD",
                        Timeframe.H1,
                        null,
                        ImportChoices.NONE,
                        null,
                        () -> new ByteArrayInputStream(csv),
                        csv.length,
                        sent -> {}));

        robot.push(KeyCode.F5);
        shell.waitFor(() -> shell.items("seriesTable") == held.size() + 1);

        assertThat(cells("seriesTable", "symbol")).contains("NEW/USD");
    }

    @Test
    void the_settings_tell_how_well_the_forecasts_held_and_whether_the_server_answers() {
        shell.click("railSettings");
        shell.waitFor(() ->
                shell.shows("accuracySummary") && !shell.text("accuracySummary").isBlank());

        shell.click("test");
        shell.waitFor(() -> !shell.text("testing").isBlank());

        assertThat(shell.text("accuracySummary")).doesNotContain("{0}");
        assertThat(shell.text("statusState")).isNotBlank();
    }

    private List<String> cells(String table, String column) {
        return IntStream.range(0, shell.items(table))
                .mapToObj(row -> shell.cell(table, column, row))
                .toList();
    }
}
