package studio.desktop.fx;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets a person pass on what stands on the screen: sentences by their menu, lines of a log by Ctrl+C as well. */
public final class CopyMenu {
    private CopyMenu() {}

    /** Offers to copy the whole text of each. */
    public static void on(Labeled... sentences) {
        for (Labeled sentence : sentences) {
            MenuItem copy = new MenuItem(Texts.get("copy"));
            copy.setOnAction(e -> put(sentence.getText()));
            sentence.setContextMenu(new ContextMenu(copy));
        }
    }

    /** Offers to copy the chosen lines, one below the other. */
    public static <T> void on(ListView<T> lines, Function<T, String> words) {
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        MenuItem copy = new MenuItem(Texts.get("copy"));
        copy.setOnAction(e -> putChosen(lines, words));
        lines.setContextMenu(new ContextMenu(copy));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
                putChosen(lines, words);
                e.consume();
            }
        });
    }

    private static <T> void putChosen(ListView<T> lines, Function<T, String> words) {
        put(lines.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(words)
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
