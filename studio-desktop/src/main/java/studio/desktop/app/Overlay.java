package studio.desktop.app;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Screen;

/** One screen over the page. Esc closes it; the page under it cannot be reached meanwhile. */
public final class Overlay extends StackPane {
    private final StackPane sheet = new StackPane();
    // A node of its own: an effect on the sheet would be computed anew, over all of it, with every figure that changes.
    private final Region shadow = new Region();
    private @Nullable Screen shown;
    private @Nullable Node focusBefore;
    private Runnable onClosed = () -> {};

    public Overlay() {
        getStyleClass().add("overlay");
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        shadow.getStyleClass().add("sheet-shadow");
        shadow.setManaged(false);
        shadow.setCache(true);
        getChildren().addAll(shadow, sheet);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        shadow.resizeRelocate(sheet.getLayoutX(), sheet.getLayoutY(), sheet.getWidth(), sheet.getHeight());
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
