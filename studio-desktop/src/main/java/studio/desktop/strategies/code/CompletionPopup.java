package studio.desktop.strategies.code;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.StyleSheets;
import studio.desktop.fx.Texts;

/** The list of what may be written at the caret, with the help of the one that is chosen beside it. FX thread only. */
final class CompletionPopup {
    private static final double ROW = 24;
    private static final int ROWS = 9;

    private final CodeEditor editor;
    private final CodeArea area;
    private final Popup popup = new Popup();
    private final ListView<Completions.Candidate> list = new ListView<>();
    private final Label help = new Label();
    private Completions.Offer offer = Completions.Offer.NONE;

    CompletionPopup(CodeEditor editor, CodeArea area) {
        this.editor = editor;
        this.area = area;
        list.setId("completionList");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(230);
        list.setFocusTraversable(false);
        list.setAccessibleText(Texts.get("strategies.completion"));
        list.setCellFactory(l -> new Cell());
        list.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                accept();
            }
        });
        help.setId("completionHelp");
        help.setWrapText(true);
        help.setPrefWidth(360);
        help.setMinHeight(Region.USE_PREF_SIZE);
        HBox box = new HBox(10, list, help);
        box.getStyleClass().add("completion");
        box.getStylesheets().addAll(StyleSheets.location(), CodeEditor.sheet());
        popup.getContent().add(box);
        popup.setAutoHide(true);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> explain(is));
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /** Ctrl+Space. */
    void open() {
        if (area.isEditable()) {
            offer(0);
        }
    }

    /** Opens by itself behind two letters or a dot, and follows what is typed on. */
    void onTyped(PlainTextChange change) {
        String typed = change.getInserted();
        boolean oneLetter = typed.length() == 1 && change.getRemoved().isEmpty();
        boolean shows = popup.isShowing();
        if (oneLetter && (Completions.isWordPart(typed.charAt(0)) || typed.equals("."))) {
            // The caret moves after the change is reported.
            javafx.scene.Scene scene = area.getScene();
            if (scene != null) {
                offer(shows || typed.equals(".") ? 0 : 2, change.getPosition() + 1);
            }
        } else if (shows && typed.isEmpty() && change.getRemoved().length() == 1) {
            offer(1, change.getPosition());
        } else {
            popup.hide();
        }
    }

    private void offer(int least) {
        offer(least, area.getCaretPosition());
    }

    private void offer(int least, int caret) {
        offer = Completions.at(area.getText(), caret, editor.vocabulary());
        if (offer.candidates().isEmpty() || caret - offer.start() < least) {
            popup.hide();
            return;
        }
        list.getItems().setAll(offer.candidates());
        list.setPrefHeight(ROW * Math.min(ROWS, offer.candidates().size()) + 4);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        if (!popup.isShowing()) {
            Optional<Bounds> place = area.getCaretBounds();
            place.ifPresent(at -> popup.show(area, at.getMinX(), at.getMaxY() + 2));
        }
    }

    /** Takes the keys that belong to the list; false for all others. */
    boolean onKey(KeyEvent key) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            case PAGE_DOWN -> choose(chosen + ROWS);
            case PAGE_UP -> choose(chosen - ROWS);
            case ENTER -> {
                if (isWritten()) {
                    // The word stands there already: Enter ends the line, as it does without a list.
                    popup.hide();
                    return false;
                }
                accept();
            }
            case TAB -> accept();
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean isWritten() {
        Completions.Candidate chosen = list.getSelectionModel().getSelectedItem();
        return chosen != null
                && chosen.insert()
                        .equals(area.getText(offer.start(), Math.max(offer.start(), area.getCaretPosition())));
    }

    private void choose(int index) {
        int inside = Math.max(0, Math.min(list.getItems().size() - 1, index));
        list.getSelectionModel().clearAndSelect(inside);
        list.scrollTo(Math.max(0, inside - ROWS / 2));
    }

    private void accept() {
        Completions.Candidate chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            area.replaceText(offer.start(), area.getCaretPosition(), chosen.insert());
            area.moveTo(offer.start() + chosen.insert().length() - chosen.caretBack());
            popup.hide();
        }
    }

    private void explain(Completions.@Nullable Candidate chosen) {
        String words =
                chosen == null ? "" : editor.vocabulary().help(chosen.word()).orElse("");
        help.setText(words);
        help.setVisible(!words.isEmpty());
        help.setManaged(!words.isEmpty());
    }

    private static final class Cell extends ListCell<Completions.Candidate> {
        private final Label kind = new Label();

        @Override
        protected void updateItem(Completions.@Nullable Candidate candidate, boolean empty) {
            super.updateItem(candidate, empty);
            if (empty || candidate == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            Region between = new Region();
            HBox.setHgrow(between, javafx.scene.layout.Priority.ALWAYS);
            kind.setText(Texts.find("strategies.kind." + candidate.kind()).orElse(""));
            kind.getStyleClass().setAll("label", "completion-kind");
            Label word = new Label(candidate.word());
            HBox row = new HBox(8, word, between, kind);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(candidate.word());
        }
    }
}
