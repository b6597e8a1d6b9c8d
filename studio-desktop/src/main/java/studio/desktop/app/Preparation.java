package studio.desktop.app;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Screen;

/**
 * Makes a page ready while the analyst does nothing, so that its first opening need not wait for classes, style sheets and
 * rows: builds it, lets it fetch what it shows first, and lays it out once under the page that is seen. Each step waits
 * until no key or mouse has moved for a while; a page that is opened before is left as it is. For the FX thread.
 */
final class Preparation {
    private static final Duration REST = Duration.ofMillis(600);

    private final StackPane pages;
    private final Debounce.Delay delay;
    private final EventHandler<InputEvent> onInput = e -> postpone();
    private @Nullable Scene scene;
    private @Nullable Ticket waiting;
    private @Nullable Ticket fetching;
    private @Nullable Runnable next;
    private @Nullable Parent laidOut;

    Preparation(StackPane pages, Debounce.Delay delay) {
        this.pages = pages;
        this.delay = delay;
    }

    void begin(Supplier<Screen> page) {
        scene = pages.getScene();
        scene.addEventFilter(InputEvent.ANY, onInput);
        whenAtRest(() -> {
            Screen screen = page.get();
            whenAtRest(() -> fetching = screen.prepare(() -> {
                if (scene != null) {
                    whenAtRest(() -> layOut(screen.root()));
                }
            }));
        });
    }

    /** Ends it wherever it is; may be called at any time. */
    void end() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (fetching != null) {
            fetching.cancel();
            fetching = null;
        }
        next = null;
        if (scene != null) {
            scene.removeEventFilter(InputEvent.ANY, onInput);
            scene = null;
        }
        if (laidOut != null) {
            pages.getChildren().remove(laidOut);
            laidOut.setOpacity(1);
            laidOut = null;
        }
    }

    private void whenAtRest(Runnable step) {
        next = step;
        waiting = delay.after(REST, () -> {
            next = null;
            step.run();
        });
    }

    private void postpone() {
        Runnable step = next;
        if (step != null && waiting != null) {
            waiting.cancel();
            whenAtRest(step);
        }
    }

    private void layOut(Parent root) {
        if (scene == null || root.getScene() != null) {
            end();
            return;
        }
        laidOut = root;
        // What is not visible gets neither styles nor layout; what cannot be seen through does, and is not painted.
        root.setOpacity(0);
        pages.getChildren().add(0, root);
        root.applyCss();
        FxThread.later(() -> {
            if (laidOut == root) {
                root.resize(pages.getWidth(), pages.getHeight());
                root.layout();
                FxThread.later(this::end);
            }
        });
    }
}
