package studio.desktop.app;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.desktop.fx.Debounce;

/** A sentence that stands at the window's foot for a moment, with a button where there is something to do about it. */
final class NoteBar {
    private static final Duration SHOWN = Duration.ofSeconds(6);

    private final HBox box;
    private final Label words;
    private final Button button;
    private final Debounce away;

    NoteBar(HBox box, Label words, Button button, Debounce.Delay delay) {
        this.box = box;
        this.words = words;
        this.button = button;
        this.away = new Debounce(delay, SHOWN);
        box.setVisible(false);
        button.managedProperty().bind(button.visibleProperty());
    }

    void tell(String message) {
        tell(message, "", () -> {});
    }

    /** {@code action} names the button; empty for none. */
    void tell(String message, String action, Runnable does) {
        words.setText(message);
        button.setText(action);
        button.setAccessibleText(action);
        button.setVisible(!action.isEmpty());
        button.setOnAction(e -> {
            box.setVisible(false);
            does.run();
        });
        // What lies under a mere sentence can be clicked as if it were not there.
        box.setMouseTransparent(action.isEmpty());
        box.setVisible(true);
        away.ask(() -> box.setVisible(false));
    }

    void letGo() {
        away.cancel();
    }
}
