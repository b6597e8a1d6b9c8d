package studio.desktop.strategies.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import studio.desktop.fx.Texts;
import studio.model.strategy.TextProblem;

/**
 * The text of a strategy with colours, line numbers and underlined problems. What is wrong keeps its place while the text
 * around it is typed. FX thread only.
 */
public final class CodeEditor extends StackPane {
    private static final String PROBLEM = "code-problem";
    private static final String FOUND = "code-found";
    private static final int SPACES = 4;

    private final CodeArea area = new CodeArea();
    private final CompletionPopup completions = new CompletionPopup(this, area);
    private Vocabulary vocabulary = Vocabulary.keywordsOnly();
    private List<Mark> problems = List.of();
    private List<Mark> found = List.of();
    private Consumer<String> onText = text -> {};
    private Consumer<String> onHelp = word -> {};
    private Runnable onSuggestion = () -> {};
    private boolean setting;

    /** A stretch of the text, in UTF-16 units, that moves along with it. */
    record Mark(int start, int end) {

        Mark after(PlainTextChange change) {
            int at = change.getPosition();
            int by = change.getNetLength();
            int removedTo = at + change.getRemoved().length();
            int from = start >= removedTo ? start + by : Math.min(start, at);
            int to = end >= removedTo
                    ? end + by
                    : end > at ? at + change.getInserted().length() : end;
            return new Mark(from, Math.max(from, to));
        }
    }

    public CodeEditor() {
        getStyleClass().add("code-editor");
        getStylesheets().add(sheet());
        area.getStyleClass().add("code-area");
        area.setId("strategyText");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText(Texts.get("strategies.editor"));
        area.plainTextChanges().subscribe(this::onChange);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /** The sheet of the editor, for its list in a window of its own too. */
    static String sheet() {
        return Objects.requireNonNull(CodeEditor.class.getResource("code.css"), "code.css")
                .toExternalForm();
    }

    /** The text itself. */
    public CodeArea area() {
        return area;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Called with the whole text after each change that was typed. */
    public void onText(Consumer<String> listener) {
        onText = listener;
    }

    /** F1, with the word under the caret. */
    public void onHelp(Consumer<String> listener) {
        onHelp = listener;
    }

    /** Alt+Enter. */
    public void onSuggestion(Runnable listener) {
        onSuggestion = listener;
    }

    /** Another text; it cannot be undone to the one before. */
    public void show(String text) {
        setting = true;
        problems = List.of();
        found = List.of();
        area.replaceText(text);
        area.getUndoManager().forgetHistory();
        area.moveTo(0);
        area.requestFollowCaret();
        setting = false;
        paint();
    }

    /** Takes over a text that was changed elsewhere, as one step that can be undone. */
    public void follow(String text) {
        if (!area.getText().equals(text)) {
            int caret = Math.min(area.getCaretPosition(), text.length());
            setting = true;
            area.replaceText(text);
            setting = false;
            area.moveTo(caret);
            paint();
        }
    }

    public void setVocabulary(Vocabulary known) {
        vocabulary = known;
        paint();
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    /** Underlines what is wrong. */
    public void setProblems(List<TextProblem> wrong) {
        String text = area.getText();
        problems = wrong.stream()
                .map(p -> {
                    int start = TextPlaces.offset(text, p.line(), p.column());
                    return new Mark(start, Math.min(text.length(), start + p.length()));
                })
                .toList();
        paint();
    }

    /** Marks what a search has found. */
    void setFound(List<Mark> places) {
        found = places;
        paint();
    }

    /** Puts the caret to a place and selects so many characters. */
    public void goTo(int offset, int length) {
        int end = Math.min(area.getLength(), offset + length);
        area.selectRange(Math.min(offset, end), end);
        area.requestFollowCaret();
        area.requestFocus();
    }

    private void onChange(PlainTextChange change) {
        problems = problems.stream().map(mark -> mark.after(change)).toList();
        found = found.stream().map(mark -> mark.after(change)).toList();
        if (!setting) {
            onText.accept(area.getText());
            completions.onTyped(change);
        }
        paint();
    }

    private void onKey(KeyEvent key) {
        if (completions.isShowing() && completions.onKey(key)) {
            key.consume();
        } else if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
            completions.open();
            key.consume();
        } else if (key.getCode() == KeyCode.F1) {
            onHelp.accept(wordAtCaret());
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.isAltDown()) {
            onSuggestion.run();
            key.consume();
        } else if (key.getCode() == KeyCode.SLASH && key.isShortcutDown()) {
            toggleComment();
            key.consume();
        } else if (key.getCode() == KeyCode.TAB
                && area.isEditable()
                && key.isShiftDown() == false
                && !KeyCombination.keyCombination("Ctrl+Tab").match(key)) {
            area.replaceSelection(" ".repeat(SPACES));
            key.consume();
        }
    }

    /** Comments out the lines of the selection, or back in where all of them are. */
    private void toggleComment() {
        if (!area.isEditable()) {
            return;
        }
        int first = area.offsetToPosition(
                        area.getSelection().getStart(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                .getMajor();
        int last = area.offsetToPosition(
                        area.getSelection().getEnd(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                .getMajor();
        List<String> lines = new ArrayList<>();
        boolean all = true;
        for (int i = first; i <= last; i++) {
            String line = area.getText(i);
            lines.add(line);
            all &= line.isBlank() || line.stripLeading().startsWith("//");
        }
        boolean out = !all;
        List<String> changed = lines.stream()
                .map(line -> line.isBlank() ? line : out ? "// " + line : line.replaceFirst("//\\s?", ""))
                .toList();
        area.replaceText(first, 0, last, area.getText(last).length(), String.join("\n", changed));
    }

    /** The word that the caret stands in or behind. */
    String wordAtCaret() {
        String text = area.getText();
        int start = area.getCaretPosition();
        int end = start;
        while (start > 0 && Completions.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Completions.isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private void paint() {
        int length = area.getLength();
        if (length > 0) {
            area.setStyleSpans(0, spans(length));
        }
    }

    /** Colours, problems and finds laid over each other. */
    private StyleSpans<Collection<String>> spans(int length) {
        List<Token> tokens = Tokens.of(area.getText(), vocabulary);
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, length));
        tokens.forEach(t -> {
            edges.add(Math.min(length, t.start()));
            edges.add(Math.min(length, t.end()));
        });
        for (List<Mark> marks : List.of(problems, found)) {
            marks.forEach(m -> {
                edges.add(Math.min(length, m.start()));
                edges.add(Math.min(length, m.end()));
            });
        }
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int token = 0;
        Integer from = null;
        for (int to : edges) {
            if (from != null) {
                while (token < tokens.size() && tokens.get(token).end() <= from) {
                    token++;
                }
                List<String> styles = new ArrayList<>();
                if (token < tokens.size() && tokens.get(token).start() <= from) {
                    styles.add(tokens.get(token).kind().styleClass());
                }
                if (covers(problems, from, to)) {
                    styles.add(PROBLEM);
                }
                if (covers(found, from, to)) {
                    styles.add(FOUND);
                }
                builder.add(styles.isEmpty() ? Collections.emptyList() : styles, to - from);
            }
            from = to;
        }
        return builder.create();
    }

    private static boolean covers(List<Mark> marks, int from, int to) {
        return marks.stream().anyMatch(m -> m.start() <= from && m.end() >= to);
    }
}
