package studio.desktop.studio;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One field: what stands in it, and what is wrong with that. A choice holds its wire name. */
final class FormField {
    private final String path;
    private final StringProperty text;
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private String standard;

    /** {@code path} is the field's name in the start request, as in a server's refusal. */
    FormField(String path, String standard) {
        this.path = path;
        this.standard = standard;
        this.text = new SimpleStringProperty(this, path, standard);
    }

    String path() {
        return path;
    }

    StringProperty text() {
        return text;
    }

    /** What stands in it without the spaces around; empty when it was left to its default. */
    String value() {
        String typed = text.get();
        return typed == null ? "" : typed.strip();
    }

    void set(String value) {
        text.set(value);
    }

    /** A sentence; empty while nothing is wrong. */
    ReadOnlyStringProperty error() {
        return error.getReadOnlyProperty();
    }

    void fail(String sentence) {
        if (error.get().isEmpty()) {
            error.set(sentence);
        }
    }

    void clearError() {
        error.set("");
    }

    String standard() {
        return standard;
    }

    void setStandard(String value) {
        standard = value;
    }

    boolean isStandard() {
        return value().equals(standard);
    }

    void reset() {
        set(standard);
    }
}
