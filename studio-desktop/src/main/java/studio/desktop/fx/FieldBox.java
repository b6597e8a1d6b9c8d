package studio.desktop.fx;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A control with its label above and, while something is wrong, the sentence that says so below. */
@DefaultProperty("control")
public final class FieldBox extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Label label = new Label();
    private final Label error = new Label();
    private final StringProperty help = new SimpleStringProperty(this, "help", "");
    private @Nullable Control control;

    public FieldBox() {
        getStyleClass().add("field-box");
        label.getStyleClass().add("field-label");
        error.getStyleClass().addAll("field-error", "text-bad");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        error.managedProperty().bind(error.visibleProperty());
        error.setVisible(false);
        getChildren().addAll(label, error);
    }

    public String getLabel() {
        return label.getText();
    }

    public void setLabel(String text) {
        label.setText(text);
        describe();
    }

    /** A line that appears on hover and is read out with the control. */
    public String getHelp() {
        return help.get();
    }

    public void setHelp(String text) {
        help.set(text);
        label.setTooltip(new Tooltip(text));
        describe();
    }

    public @Nullable Control getControl() {
        return control;
    }

    public void setControl(Control control) {
        this.control = control;
        control.setMaxWidth(Double.MAX_VALUE);
        label.setLabelFor(control);
        getChildren().setAll(label, control, error);
        describe();
    }

    /** Shows that sentence from now on; empty hides it. */
    public void showError(ReadOnlyStringProperty sentence) {
        sentence.addListener((o, old, now) -> mark(now));
        mark(sentence.get());
    }

    private void mark(String sentence) {
        error.setText(sentence);
        error.setVisible(!sentence.isEmpty());
        if (control != null) {
            control.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        }
        describe();
    }

    private void describe() {
        if (control == null) {
            return;
        }
        control.setAccessibleText(label.getText());
        control.setAccessibleHelp(error.isVisible() ? error.getText() : help.get());
        if (!help.get().isEmpty()) {
            control.setTooltip(new Tooltip(help.get()));
        }
    }
}
