package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import studio.model.result.TradeView;

@ExtendWith(ApplicationExtension.class)
class ResultsUiTest {
    private final TestDesk desk = new TestDesk();

    @TempDir
    Path folder;

    private ResultsController screen;
    private ResultsHandle results;

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

    @BeforeEach
    void handle(FxRobot robot) {
        results = new ResultsHandle(robot);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(screen::closed);
    }

    @Test
    void no_part_of_it_keeps_a_picture_that_would_outlive_it() {
        results.openEach();

        assertThat(screen.root().lookupAll(".viewport")).hasSize(5);
        assertThat(screen.root().lookupAll("*")).noneMatch(Node::isCache);
    }

    @Test
    void figures_parameters_and_windows_are_shown(FxRobot robot) {
        Label profit = robot.from(robot.lookup("#keyFigures"))
                .lookup("#figure-net_profit_pct")
                .queryAs(Label.class);
        TableView<ParameterRow> parameters = results.table("parameterTable");
        assertThat(robot.lookup("#equityChart").query().getAccessibleText()).startsWith("Chart of equity from");
        results.open("walkForwardTab");
        TableView<WindowRow> windows = results.table("windowTable");

        assertThat(profit.getText()).isEqualTo("+24.31 %");
        assertThat(parameters.getItems()).hasSize(5);
        assertThat(windows.getItems()).hasSize(4);
        assertThat(results.node("windowChart").getAccessibleText())
                .isEqualTo("Scores of 4 walk-forward windows; in 3 of them the out-of-sample score is lower.");
        assertThat(results.node("stitchedChart").getAccessibleText()).startsWith("Chart of equity from");
    }

    @Test
    void the_verdict_stands_with_its_figures_and_the_importance_of_parameters(FxRobot robot) {
        String plateau = robot.from(robot.lookup("#keyFigures"))
                .lookup("#figure-stability")
                .queryAs(Label.class)
                .getText();
        results.open("trustTab");
        TrustHandle trust = new TrustHandle(robot);

        assertThat(trust.verdict()).isEqualTo("Fragile");
        assertThat(trust.value("deflated_sharpe")).isEqualTo("0.71");
        assertThat(trust.value("profit_concentration")).isEqualTo("–");
        assertThat(trust.importance("pierce_depth")).isEqualTo("46 %");
        assertThat(plateau).isEqualTo("84 %");
    }

    @Test
    void a_time_is_told_in_utc_where_one_rests_on_it(FxRobot robot) {
        results.open("tradesTab");
        robot.interact(() -> screen.root().applyCss());
        TableView<TradeView> trades = results.table("tradeTable");
        TableCell<?, ?> cell = robot.from(trades).lookup(".table-cell").queryAllAs(TableCell.class).stream()
                .filter(c -> c.getIndex() == 1
                        && "column-entry_time".equals(c.getTableColumn().getId()))
                .findFirst()
                .orElseThrow();

        robot.interact(() -> cell.getTooltip().getOnShowing().handle(null));

        assertThat(cell.getTooltip().getText())
                .isEqualTo(desk.context().formats().utc(trades.getItems().get(1).entryTime()))
                .endsWith(" UTC");
    }

    @Test
    void the_export_writes_what_the_server_told() throws Exception {
        results.export("exportJson");

        Path file = folder.resolve("results-" + SampleJobs.JOB_ID + ".json");
        JobResults read = StudioJson.lenient().readValue(Files.readString(file), JobResults.class);
        assertThat(read.bestScore()).isEqualTo(1.85);
        assertThat(desk.went).containsExactly("tell Results written to " + file);
    }

    @Test
    void trades_and_trials_are_written_as_csv_with_a_line_each() throws Exception {
        desk.client.trials.addAll(SampleJobs.variedTrials(40));

        results.export("exportTrades");
        results.export("exportTrials");
        results.export("exportEquity");

        assertThat(Files.readAllLines(folder.resolve("trades-" + SampleJobs.JOB_ID + ".csv")))
                .hasSize(144);
        assertThat(Files.readAllLines(folder.resolve("trials-" + SampleJobs.JOB_ID + ".csv")))
                .hasSize(41);
        assertThat(Files.readAllLines(folder.resolve("equity-" + SampleJobs.JOB_ID + ".csv")))
                .hasSize(401);
    }

    @Test
    void an_export_that_cannot_be_written_says_so(FxRobot robot) throws Exception {
        Files.createDirectory(folder.resolve("results-" + SampleJobs.JOB_ID + ".json"));

        results.export("exportJson");

        assertThat(robot.lookup("#problemLabel").queryAs(Label.class).getText())
                .startsWith("The results could not be written to");
    }

    @Test
    void a_chart_is_saved_as_a_picture_of_twice_its_size(FxRobot robot) throws Exception {
        robot.clickOn("#save-equity");

        var image = javax.imageio.ImageIO.read(folder.resolve("equity.png").toFile());
        assertThat(image.getWidth())
                .isEqualTo(
                        2 * (int) results.node("equityChart").getLayoutBounds().getWidth());
    }

    @Test
    void a_trade_of_the_table_is_looked_at_on_the_candles_more_finely(FxRobot robot) {
        results.open("tradesTab");
        long before = asks();

        results.select("tradeTable", 20);
        robot.interact(desk.delay::pass);

        assertThat(asks()).isEqualTo(before + 1);
        assertThat(desk.client.calls).last().asString().startsWith("candles binance BTC/USDT 5m 2025-");
        assertThat(results.node("tradeChart").getAccessibleText()).contains("BTC/USDT 5m with trades");
    }

    private long asks() {
        return desk.client.calls.stream().filter(c -> c.startsWith("candles")).count();
    }

    @Test
    void trials_are_asked_for_when_they_are_looked_at_and_stand_in_every_chart(FxRobot robot) {
        desk.client.trials.addAll(SampleJobs.variedTrials(300));
        assertThat(desk.client.calls).noneMatch(c -> c.startsWith("trials"));

        results.open("trialsTab");

        assertThat(robot.lookup("#trialsNote").queryAs(Label.class).getText()).startsWith("267 of 300 trials");
        assertThat(results.node("scatter-pierce_depth").getAccessibleText()).contains("267 trials");
        assertThat(robot.lookup(".scatter-chart").queryAll()).hasSize(5);
        assertThat(results.node("parallelChart").getAccessibleText()).contains("267 of 267");
        assertThat(results.node("heatMap").getAccessibleText())
                .startsWith("Heat map of pierce_depth and volume_spike_threshold");
    }

    @Test
    void the_keyboard_walks_through_the_trials_from_the_best_on(FxRobot robot) {
        desk.client.trials.addAll(SampleJobs.variedTrials(300));
        results.open("trialsTab");

        robot.interact(() -> results.node("parallelChart").requestFocus());
        robot.push(javafx.scene.input.KeyCode.RIGHT);

        String told = results.node("parallelChart").getAccessibleHelp();
        assertThat(told).startsWith("Trial ").contains("Score ").contains("max_holding_periods ");
        assertThat(results.node("scatter-pierce_depth").getAccessibleHelp()).isEqualTo(told);
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
