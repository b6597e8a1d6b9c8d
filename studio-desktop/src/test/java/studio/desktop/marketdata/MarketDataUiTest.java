package studio.desktop.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.desktop.fakes.FakeMarketDataClient;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;
import studio.model.market.DataTaskKind;

@ExtendWith(ApplicationExtension.class)
class MarketDataUiTest {
    private final TestDesk desk = new TestDesk();
    private final FakeMarketDataClient server = desk.client.marketData;
    private MarketDataController screen;
    private MarketDataHandle page;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        server.tasks.add(FakeMarketDataClient.task("old", DataTaskKind.IMPORT, JobStatus.COMPLETED, 100.0, null));
        screen = new MarketDataController(desk.context());
        Snapshots.show(stage, screen.root(), false);
        screen.opened();
    }

    @BeforeEach
    void handle(FxRobot robot) {
        page = new MarketDataHandle(robot, screen);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(screen::closed);
    }

    @Test
    void series_are_listed_with_their_quality_and_its_parts_are_told_on_selection() {
        assertThat(page.table("seriesTable").getItems()).hasSize(4);
        assertThat(page.cell("seriesTable", "zero_volume", 0)).isEqualTo("19.0 %");

        page.select("seriesTable", 0);

        assertThat(page.text("partsTitle")).startsWith("BTC/USDT 5m · quality 89 of 100");
        assertThat(page.isBlocked("fillButton")).isFalse();
    }

    @Test
    void a_dropped_file_is_previewed_and_nothing_is_stored_before_the_analyst_says_so() throws IOException {
        DroppedFiles drag = page.drop(file("bitstamp_BTC-USD_5m.csv"));

        assertThat(drag.accepted()).isTrue();
        assertThat(drag.completed()).isTrue();
        assertThat(page.shows("importPanel")).isTrue();
        assertThat(page.table("rows").getItems()).hasSize(50);
        assertThat(page.text("understood"))
                .contains("epoch milliseconds", "30,612 rows", "43 misordered", "2 rejected");
        assertThat(server.calls).contains("preview bitstamp BTC/USD 5m").noneMatch(c -> c.startsWith("import"));

        page.press("takeButton");

        assertThat(server.calls).contains("import bitstamp BTC/USD 5m with an id");
        assertThat(page.text("understood")).startsWith("30,610 new");
        assertThat(page.shows("saveButton")).isTrue();
    }

    @Test
    void a_file_whose_name_says_nothing_waits_for_the_names() throws IOException {
        page.drop(file("prices.csv"));
        assertThat(page.isBlocked("takeButton")).isTrue();
        page.press("previewButton");
        assertThat(page.text("problem")).contains("needed");

        page.type("exchangeField", "kraken");
        page.type("symbolField", "ETH/EUR");
        page.choose("timeframeChoice", "1h");
        page.press("previewButton");

        assertThat(server.calls).contains("preview kraken ETH/EUR 1h");
        assertThat(page.text("understood")).contains("The times look like 5m candles, not 1h");
        page.type("symbolField", "ETH/USD");
        assertThat(page.isBlocked("takeButton")).isTrue();
    }

    @Test
    void a_refusal_is_told_and_the_file_stays_chosen() throws IOException {
        server.failure = new IllegalStateException("The first line names no column 'volume'");

        page.drop(file("binance_BTC-USDT_5m.csv"));

        assertThat(page.text("problem")).contains("names no column 'volume'");
        assertThat(page.shows("importPanel")).isTrue();
    }

    @Test
    void what_is_missing_is_fetched_from_the_series_own_exchange(FxRobot robot) {
        page.select("seriesTable", 0);
        page.press("fillButton");
        assertThat(page.shows("backfillPanel")).isTrue();

        page.press("backfillStart");

        assertThat(server.calls).contains("backfill binance BTC/USDT 5m null null false");
        assertThat(page.shows("backfillPanel")).isFalse();
        assertThat(page.cell("taskTable", "kind", 0)).isEqualTo("Backfill");
        assertThat(page.cell("taskTable", "progress", 0)).isEqualTo("37 %");

        page.select("taskTable", 1);
        assertThat(page.isBlocked("cancelTaskButton")).isTrue();
        page.select("taskTable", 0);
        server.tasks.set(0, FakeMarketDataClient.task("fetch1", DataTaskKind.BACKFILL, JobStatus.RUNNING, 40.0, null));
        robot.interact(desk.delay::pass);
        assertThat(page.cell("taskTable", "progress", 0)).isEqualTo("40 %");
        page.press("cancelTaskButton");

        assertThat(server.calls).contains("cancel fetch1");
    }

    @Test
    void an_exchange_tells_what_it_does_not_offer() {
        page.press("backfillButton");
        page.choose("backfillExchange", "kraken");

        assertThat(page.text("backfillNote")).contains("720");
    }

    @Test
    void a_series_is_summed_up_to_a_longer_timeframe() {
        page.select("seriesTable", 0);
        page.choose("resampleChoice", "1h");
        page.press("resampleButton");

        assertThat(server.calls).contains("resample BTC/USDT H1");
        assertThat(desk.went).contains("tell BTC/USDT 1h: 5,980 candles are held now.");
    }

    @Test
    void what_is_no_file_cannot_be_dropped() {
        DroppedFiles drag = page.drop();

        assertThat(drag.accepted()).isFalse();
        assertThat(drag.completed()).isFalse();
        assertThat(page.shows("importPanel")).isFalse();
    }

    @Test
    void a_series_is_removed_only_after_a_question() {
        assertThat(page.isBlocked("removeButton")).isTrue();
        page.select("seriesTable", 0);
        page.press("removeButton");
        assertThat(page.text("removeLabel")).contains("BTC/USDT 5m at binance", "cannot be undone");
        page.press("removeNoButton");
        assertThat(page.shows("removeBox")).isFalse();
        assertThat(server.calls).noneMatch(call -> call.startsWith("remove"));

        page.press("removeButton");
        page.press("removeYesButton");

        assertThat(server.calls).contains("remove binance BTC/USDT 5m");
        assertThat(desk.went).contains("tell BTC/USDT 5m: no candles are held any more.");
        assertThat(page.shows("removeBox")).isFalse();
    }

    @Test
    void tasks_are_asked_for_again_while_the_page_is_open_and_not_after(FxRobot robot) {
        long asked = server.calls.stream().filter("tasks"::equals).count();
        robot.interact(desk.delay::pass);
        assertThat(server.calls.stream().filter("tasks"::equals).count()).isEqualTo(asked + 1);

        robot.interact(screen::closed);
        robot.interact(desk.delay::pass);

        assertThat(server.calls.stream().filter("tasks"::equals).count()).isEqualTo(asked + 1);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "timestamp,open,high,low,close,volume\n");
    }
}
