package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import studio.desktop.fakes.Snapshots;
import studio.desktop.strategies.StrategiesHandle;
import studio.model.strategy.StrategyVersion;

/** A new user's own strategy, from a template to two compared versions, on a real server and PostgreSQL. */
@ExtendWith(ApplicationExtension.class)
class WriteAndTrainUiTest {
    @TempDir
    static Path folder;

    private final StudioApplication app = new StudioApplication();
    private RealServer server;
    private Stage stage;
    private FxRobot robot;
    private ShellHandle shell;
    private StrategiesHandle page;

    @Start
    void prepare(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void open(FxRobot given) {
        robot = given;
        server = new RealServer(folder);
        shell = new ShellHandle(robot, stage);
        robot.interact(() -> app.show(stage, server.start()));
        shell.waitUntilShown("railStrategies");
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            app.stop();
            stage.hide();
        });
        server.close();
    }

    @Test
    void a_strategy_from_a_template_is_saved_trained_edited_and_compared() {
        shell.click("railStrategies");
        shell.waitUntilShown("strategyText");
        page = new StrategiesHandle(robot, stage.getScene().getRoot());

        // Written from a template: entries and figures stand on the chart before anything is stored.
        page.waitFor(() -> page.has("newButton", "template-reversion"));
        page.choose("newButton", "template-reversion");
        page.waitFor(() -> page.written().contains("RSI dip in an uptrend"));
        page.waitFor(() ->
                page.shows("preview-trades") && !page.text("preview-trades").equals("0"));
        page.press("saveButton");
        page.waitFor(() -> page.text("subheading").equals("RSI_DIP_IN_AN_UPTREND"));
        String saved = page.written();

        // Trained with the form that it leads to.
        page.press("trainButton");
        shell.waitUntilShown("train");
        shell.waitFor(() -> shell.shows("iterations"));
        shell.write("iterations", "20");
        shell.write("lookback", "60");
        shell.waitFor(() -> !shell.disabled("train"));
        shell.click("train");
        shell.waitUntilShown("resultsButton");
        shell.click("resultsButton");

        // Version and text are found in the results.
        shell.waitUntilShown("sections");
        shell.waitFor(() -> shell.text("titleLabel").contains("RSI dip in an uptrend · v1"));
        shell.section("requestTab");
        shell.waitUntilShown("ranText");
        assertThat(shell.text("ranText")).isEqualTo(saved);

        // Edited, saved as version 2, and compared with the first.
        shell.click("railStrategies");
        shell.waitUntilShown("strategyText");
        page = new StrategiesHandle(robot, stage.getScene().getRoot());
        page.write(saved.replace("exit after 100 bars", "exit after 60 bars"));
        page.waitFor(() -> !page.isBlocked("saveButton"));
        page.press("saveButton");
        page.waitFor(() -> page.versions() == 2);
        page.version(1);
        page.waitFor(() -> page.shows("compareButton"));
        page.press("compareButton");
        page.waitFor(() -> page.shows("versionDiff"));
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "gallery/own-strategy-compared"));

        assertThat(server.client().written().versions("RSI_DIP_IN_AN_UPTREND").versions())
                .extracting(StrategyVersion::version)
                .containsExactly(2, 1);
    }
}
