package studio.desktop.strategies;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** What the parts of the page do to show, hide and explain their controls. FX thread only. */
final class Shown {
    private Shown() {}

    /** A hidden node takes no room. */
    static void when(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    static void when(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** A disabled button shows no tooltip, so what holds it says the reason. */
    static void sayWhy(Node holder, Button button, ReadOnlyStringProperty why) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(why);
        button.accessibleHelpProperty().bind(why);
        Runnable update = () -> {
            Tooltip.uninstall(holder, tooltip);
            if (!why.get().isEmpty()) {
                Tooltip.install(holder, tooltip);
            }
        };
        why.addListener((o, was, is) -> update.run());
        update.run();
    }
}
