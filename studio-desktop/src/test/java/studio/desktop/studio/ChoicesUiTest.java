package studio.desktop.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a box shows, which is not always what it holds. */
@ExtendWith(ApplicationExtension.class)
class ChoicesUiTest {
    private final ObservableList<String> offered = FXCollections.observableArrayList();
    private final FormField field = new FormField("exchange", "binance");
    private ComboBox<String> box;

    @Start
    void show(Stage stage) {
        box = new ComboBox<>();
        Choices.bind(box, field, offered, name -> name.toUpperCase(Locale.ROOT));
        stage.setScene(new Scene(new VBox(box), 300, 100));
        stage.show();
    }

    @BeforeEach
    void offer(FxRobot robot) {
        robot.interact(() -> offered.setAll("binance", "kraken"));
    }

    @Test
    void a_box_that_is_offered_the_same_again_goes_on_showing_what_was_chosen(FxRobot robot) {
        assertThat(shown()).isEqualTo("BINANCE");

        robot.interact(() -> offered.setAll("binance", "kraken"));
        robot.interact(() -> offered.setAll("binance", "kraken"));

        assertThat(shown()).isEqualTo("BINANCE");
        assertThat(field.value()).isEqualTo("binance");
    }

    @Test
    void a_box_that_is_offered_more_or_less_goes_on_showing_what_was_chosen(FxRobot robot) {
        for (List<String> now : List.of(
                List.of("aax", "binance"), List.of("binance"), List.of("x", "y", "binance"), List.of("kraken"))) {
            robot.interact(() -> offered.setAll(now));

            assertThat(shown()).as("after %s", now).isEqualTo("BINANCE");
            assertThat(field.value()).isEqualTo("binance");
            assertThat(box.getItems()).isEqualTo(now);
        }
    }

    @Test
    void what_is_chosen_in_the_box_or_in_the_form_is_shown_in_both(FxRobot robot) {
        robot.interact(() -> box.getSelectionModel().select("kraken"));
        assertThat(field.value()).isEqualTo("kraken");
        assertThat(shown()).isEqualTo("KRAKEN");

        robot.interact(() -> field.set("binance"));
        assertThat(box.getValue()).isEqualTo("binance");
        assertThat(shown()).isEqualTo("BINANCE");
    }

    private String shown() {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> ((ListCell<?>) ((ComboBoxListViewSkin<?>) box.getSkin()).getDisplayNode()).getText());
    }
}
