package studio.desktop.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.fakes.FakeMarketDataClient;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;
import studio.model.market.DataTaskKind;

/** Draws the Market data page in its states and both themes, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class MarketDataGalleryUiTest {
    private Stage stage;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({"series, false", "series, true", "preview, false", "preview, true", "fetch, false", "fetch, true"})
    void every_state_is_drawn(String state, boolean dark) throws IOException {
        TestDesk desk = new TestDesk();
        FakeMarketDataClient server = desk.client.marketData;
        server.tasks.add(FakeMarketDataClient.task("a", DataTaskKind.BACKFILL, JobStatus.RUNNING, 37.0, null));
        server.tasks.add(FakeMarketDataClient.task("b", DataTaskKind.IMPORT, JobStatus.COMPLETED, 100.0, null));
        server.tasks.add(FakeMarketDataClient.task(
                "c", DataTaskKind.BACKFILL, JobStatus.FAILED, 12.0, "binance answered 400: Invalid symbol."));
        Path file = Files.writeString(folder.resolve("bitstamp_BTC-USD_5m.csv"), "x");

        Path written = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            MarketDataController screen = new MarketDataController(desk.context());
            Snapshots.show(stage, screen.root(), dark);
            screen.opened();
            TableView<?> table = (TableView<?>) screen.root().lookup("#seriesTable");
            table.getSelectionModel().select(0);
            if (state.equals("preview")) {
                screen.imports().choose(file);
            } else if (state.equals("fetch")) {
                ((Button) screen.root().lookup("#fillButton")).fire();
            }
            Snapshots.write(screen.root(), "market-data-" + state + (dark ? "-dark" : "-light"));
            Path drawn = Snapshots.write(screen.root(), "market-data-" + state + (dark ? "-dark" : "-light"));
            screen.closed();
            return drawn;
        });

        assertThat(written).isNotEmptyFile();
    }
}
