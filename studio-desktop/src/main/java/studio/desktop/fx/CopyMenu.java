package studio.desktop.fx;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets a person pass on what stands on the screen, sentences and lines of a log: by their menu, or by Ctrl+C. */
public final class CopyMenu {
    private CopyMenu() {}

    /** Offers to copy the whole text of each; one that says something can be reached by the keyboard. */
    public static void on(Labeled... sentences) {
        for (Labeled sentence : sentences) {
            MenuItem copy = new MenuItem(Texts.get("copy"));
            copy.setOnAction(e -> put(sentence.getText()));
            sentence.setContextMenu(new ContextMenu(copy));
            sentence.getStyleClass().add("copyable");
            sentence.focusTraversableProperty().bind(sentence.textProperty().isNotEmpty());
            onCopyKey(sentence, () -> put(sentence.getText()));
        }
    }

    /** Offers to copy the chosen lines, one below the other. */
    public static <T> void on(ListView<T> lines, Function<T, String> words) {
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        MenuItem copy = new MenuItem(Texts.get("copy"));
        copy.setOnAction(e -> putChosen(lines, words));
        lines.setContextMenu(new ContextMenu(copy));
        onCopyKey(lines, () -> putChosen(lines, words));
    }

    private static void onCopyKey(Node node, Runnable copy) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
                copy.run();
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
