package studio.desktop.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.Texts;

/** The buttons that lead to the pages; settings stand at the foot. FX thread only. */
public final class Rail extends VBox {
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);

    public Rail() {
        setSpacing(4);
        Region between = new Region();
        for (Page page : Page.values()) {
            if (page == Page.SETTINGS) {
                VBox.setVgrow(between, Priority.ALWAYS);
                getChildren().add(between);
            }
            ToggleButton button = new ToggleButton(Texts.get("shell.rail." + page.name()), new FontIcon(page.icon()));
            button.setId(page.buttonId());
            button.getStyleClass().add("rail-button");
            button.setMaxWidth(Double.MAX_VALUE);
            // A longer language makes the rail wider, not its words shorter.
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(button.getText());
            button.setTooltip(
                    new Tooltip(Texts.get("shell.rail.help." + page.name()) + " (Ctrl+" + (page.ordinal() + 1) + ")"));
            buttons.put(page, button);
            getChildren().add(button);
        }
    }

    void onOpen(Consumer<Page> open) {
        buttons.forEach((page, button) -> button.setOnAction(e -> open.accept(page)));
    }

    /** Marks the page that is shown; null when what is shown is no page of the rail. */
    void mark(@Nullable Page shown) {
        buttons.forEach((page, button) -> button.setSelected(page == shown));
    }
}
