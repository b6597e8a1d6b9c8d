package studio.desktop.strategies.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.desktop.fx.Texts;

/** Finds and replaces in the editor, ignoring case. FX thread only. */
public final class FindBar {
    private final CodeEditor editor;
    private final Region bar;
    private final TextField what;
    private final TextField with;
    private final Label count;
    private List<CodeEditor.Mark> found = List.of();

    public FindBar(CodeEditor editor, Region bar, TextField what, TextField with, Label count) {
        this.editor = editor;
        this.bar = bar;
        this.what = what;
        this.with = with;
        this.count = count;
        what.textProperty().addListener((o, was, is) -> look());
        editor.area().textProperty().addListener((o, was, is) -> {
            if (bar.isVisible()) {
                look();
            }
        });
        bar.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER && key.getTarget() == what) {
                step(key.isShiftDown() ? -1 : 1);
                key.consume();
            }
        });
        show(false);
    }

    public void buttons(Button previous, Button next, Button replace, Button replaceAll, Button close) {
        previous.setOnAction(e -> step(-1));
        next.setOnAction(e -> step(1));
        replace.setOnAction(e -> replace());
        replaceAll.setOnAction(e -> replaceAll());
        close.setOnAction(e -> close());
    }

    public void open() {
        show(true);
        String selected = editor.area().getSelectedText();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            what.setText(selected);
        }
        with.setDisable(!editor.area().isEditable());
        look();
        what.requestFocus();
        what.selectAll();
    }

    /** Lets go of what was found, too. */
    public void close() {
        show(false);
        found = List.of();
        editor.setFound(found);
        editor.area().requestFocus();
    }

    private void show(boolean shown) {
        bar.setVisible(shown);
        bar.setManaged(shown);
    }

    private void look() {
        String word = what.getText().toLowerCase(Locale.ROOT);
        String text = editor.area().getText().toLowerCase(Locale.ROOT);
        List<CodeEditor.Mark> places = new ArrayList<>();
        for (int at = word.isEmpty() ? -1 : text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            places.add(new CodeEditor.Mark(at, at + word.length()));
        }
        found = places;
        editor.setFound(found);
        count.setText(word.isEmpty() ? "" : Texts.get("strategies.find.count", found.size()));
    }

    private void step(int direction) {
        if (found.isEmpty()) {
            return;
        }
        int caret = direction > 0
                ? editor.area().getSelection().getEnd()
                : editor.area().getSelection().getStart();
        CodeEditor.Mark next = direction > 0 ? found.get(0) : found.get(found.size() - 1);
        for (CodeEditor.Mark mark : found) {
            if (direction > 0 && mark.start() >= caret) {
                next = mark;
                break;
            }
            if (direction < 0 && mark.end() <= caret) {
                next = mark;
            }
        }
        editor.goTo(next.start(), next.end() - next.start());
    }

    private void replace() {
        if (!editor.area().isEditable()) {
            return;
        }
        String selected = editor.area().getSelectedText();
        if (!selected.isEmpty() && selected.equalsIgnoreCase(what.getText())) {
            editor.area().replaceSelection(with.getText());
        }
        step(1);
    }

    private void replaceAll() {
        if (editor.area().isEditable() && !found.isEmpty()) {
            StringBuilder text = new StringBuilder(editor.area().getText());
            for (int i = found.size() - 1; i >= 0; i--) {
                text.replace(found.get(i).start(), found.get(i).end(), with.getText());
            }
            editor.area().replaceText(text.toString());
        }
    }
}
