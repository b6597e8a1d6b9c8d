package studio.desktop.app;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Screen;

/** One screen over the page. Esc closes it; the page under it cannot be reached meanwhile. */
public final class Overlay extends StackPane {
    private final StackPane sheet = new StackPane();
    private @Nullable Screen shown;
    private @Nullable Node focusBefore;
    private Runnable onClosed = () -> {};

    public Overlay() {
        getStyleClass().add("overlay");
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    /** Called whenever what lay over the page has gone. */
    void onClosed(Runnable listener) {
        onClosed = listener;
    }

    boolean isOpen() {
        return shown != null;
    }

    @Nullable
    Screen shown() {
        return shown;
    }

    void open(Screen screen) {
        if (shown == null) {
            focusBefore = getScene().getFocusOwner();
        } else {
            shown.closed();
        }
        shown = screen;
        sheet.getChildren().setAll(screen.root());
        setVisible(true);
        screen.opened();
        Node first = screen.root();
        first.requestFocus();
    }

    void close() {
        Screen closing = shown;
        if (closing == null) {
            return;
        }
        shown = null;
        setVisible(false);
        sheet.getChildren().clear();
        closing.closed();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        onClosed.run();
    }
}
