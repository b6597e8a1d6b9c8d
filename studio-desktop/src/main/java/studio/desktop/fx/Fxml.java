package studio.desktop.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;

/**
 * Loads the FXML that lies beside a controller. Convention: {@code HistoryController} binds {@code History.fxml} of its
 * own package, whose root names it in {@code fx:controller}. The controller is made by hand and given; nothing is injected
 * but its {@code @FXML} fields.
 */
public final class Fxml {
    private Fxml() {}

    /**
     * Loads the controller's FXML with the text bundle and gives its root.
     *
     * @throws IllegalStateException when there is no such FXML or it does not fit the controller
     */
    public static <T> T load(Object controller) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName().replaceFirst("Controller$", "") + ".fxml";
        URL location = type.getResource(name);
        if (location == null) {
            throw new IllegalStateException("There is no " + name + " beside " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(location, Texts.bundle());
        loader.setControllerFactory(wanted -> {
            if (!wanted.isInstance(controller)) {
                throw new IllegalStateException(
                        name + " names " + wanted.getName() + " as its controller, not " + type.getName());
            }
            return controller;
        });
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not load " + name, e);
        }
    }
}
