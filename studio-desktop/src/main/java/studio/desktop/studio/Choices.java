package studio.desktop.studio;

import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Ties a combo box of wire names to a field. */
final class Choices {
    private Choices() {}

    static void bind(
            ComboBox<String> box, FormField field, ObservableList<String> items, Function<String, String> title) {
        box.setConverter(new Titles(title));
        box.setItems(FXCollections.observableArrayList(items));
        box.setValue(field.value());
        box.valueProperty().addListener((o, old, now) -> {
            // Exchanging the items clears the box for a moment; that is no choice of the analyst's.
            if (now != null && !now.equals(field.value())) {
                field.set(now);
            }
        });
        field.text().addListener((o, old, now) -> show(box, now));
        items.addListener((ListChangeListener<String>) change -> offer(box, items, field.value()));
    }

    /**
     * Gives the box a list of its own: when the one it has is filled anew, it goes on holding what was chosen and shows nothing.
     */
    private static void offer(ComboBox<String> box, List<String> items, @Nullable String value) {
        if (!box.getItems().equals(items)) {
            box.setItems(FXCollections.observableArrayList(items));
            box.setValue(null);
            show(box, value);
        }
    }

    private static void show(ComboBox<String> box, @Nullable String value) {
        if (value != null && !value.equals(box.getValue())) {
            box.setValue(value);
        }
    }

    private static final class Titles extends StringConverter<String> {
        private final Function<String, String> title;

        Titles(Function<String, String> title) {
            this.title = title;
        }

        @Override
        public String toString(@Nullable String wireName) {
            return wireName == null ? "" : title.apply(wireName);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
