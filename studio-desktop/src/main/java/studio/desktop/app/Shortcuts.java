package studio.desktop.app;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the whole window. Esc belongs to the overlay. */
final class Shortcuts {
    private Shortcuts() {}

    static void install(Scene scene, Supplier<@Nullable ShellController> shell) {
        put(scene, shell, ctrl(KeyCode.ENTER), ShellController::primaryAction);
        put(scene, shell, new KeyCodeCombination(KeyCode.F5), ShellController::refresh);
        put(scene, shell, ctrl(KeyCode.F), ShellController::search);
        put(scene, shell, ctrl(KeyCode.S), ShellController::save);
        put(scene, shell, ctrl(KeyCode.K), ShellController::palette);
        put(scene, shell, new KeyCodeCombination(KeyCode.F1), ShellController::help);
        // Also before anything is connected.
        scene.getAccelerators().put(ctrl(KeyCode.Q), () -> quit(scene));
        for (Page page : Page.values()) {
            KeyCode digit = KeyCode.getKeyCode(String.valueOf(page.ordinal() + 1));
            put(scene, shell, ctrl(digit), s -> s.open(page));
        }
    }

    /** Just what the window's own close button does. */
    static void quit(Scene scene) {
        Window window = scene.getWindow();
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private static KeyCombination ctrl(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static void put(
            Scene scene,
            Supplier<@Nullable ShellController> shell,
            KeyCombination keys,
            Consumer<ShellController> action) {
        scene.getAccelerators().put(keys, () -> {
            ShellController now = shell.get();
            if (now != null) {
                action.accept(now);
            }
        });
    }
}
