package studio.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What can be passed on, by keyboard and by menu. */
@ExtendWith(ApplicationExtension.class)
class CopyMenuUiTest {
    private final Label sentence = new Label("The disk is full.");
    private final Label silent = new Label("");
    private final ListView<String> log = new ListView<>(FXCollections.observableArrayList("one", "two", "three"));

    @Start
    void show(Stage stage) {
        CopyMenu.on(sentence, silent);
        CopyMenu.on(log, line -> line + "!");
        stage.setScene(new Scene(new VBox(sentence, silent, log), 300, 200));
        stage.show();
    }

    @Test
    void a_sentence_that_has_the_focus_is_copied_by_its_keys_and_by_its_menu(FxRobot robot) {
        robot.interact(sentence::requestFocus);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard()).isEqualTo("The disk is full.");

        robot.interact(() -> {
            sentence.setText("The network is away.");
            sentence.getContextMenu().getItems().get(0).fire();
        });
        assertThat(clipboard()).isEqualTo("The network is away.");
    }

    @Test
    void only_a_sentence_that_says_something_is_stopped_at() {
        assertThat(List.of(sentence.isFocusTraversable(), silent.isFocusTraversable()))
                .containsExactly(true, false);
    }

    @Test
    void chosen_lines_of_a_log_are_copied_one_below_the_other(FxRobot robot) {
        robot.interact(() -> {
            log.requestFocus();
            log.getSelectionModel().selectIndices(0, 2);
        });

        robot.push(KeyCode.SHORTCUT, KeyCode.C);

        assertThat(clipboard()).isEqualTo("one!" + System.lineSeparator() + "three!");
    }

    private static String clipboard() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().getString());
    }
}
