package studio.desktop.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.StartRequestRules;

/** Draws the Studio page in its states and both themes, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class StudioGalleryUiTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "ready, false",
        "ready, true",
        "wrong, false",
        "wrong, true",
        "ranges, false",
        "ranges, true",
        "scrolled, false",
        "away, true"
    })
    void every_state_is_drawn(String state, boolean dark) {
        TestDesk desk = new TestDesk();
        desk.client.away = state.equals("away");

        Path file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            StudioController screen = new StudioController(desk.context(), StartRequestRules::check);
            Snapshots.show(stage, screen.root(), dark);
            screen.opened();
            desk.delay.pass();
            if (state.equals("wrong")) {
                ((TextField) screen.root().lookup("#iterations")).setText("many");
                ((TextField) screen.root().lookup("#minTrades")).setText("-3");
            } else if (state.equals("ranges")) {
                ((TitledPane) screen.root().lookup("#parametersPane")).setExpanded(true);
            }
            Snapshots.write(screen.root(), "warm-up");
            if (state.equals("scrolled") || state.equals("ranges")) {
                ((ScrollPane) screen.root().lookup("#formScroll")).setVvalue(state.equals("ranges") ? 0.35 : 1);
            }
            Path written = Snapshots.write(screen.root(), "studio-" + state + (dark ? "-dark" : "-light"));
            screen.closed();
            return written;
        });

        assertThat(file).isNotEmptyFile();
    }
}
