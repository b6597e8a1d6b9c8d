package studio.desktop.app;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.desktop.settings.Settings;

/** Where the window was and how large, from one start to the next; forgotten when no screen shows that place any more. */
final class WindowPlace {
    private static final String KEY = "window.place";
    private static final String MAXIMIZED = "window.maximized";
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private WindowPlace() {}

    static void remember(Stage stage, Settings settings) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        settings.choice(KEY).flatMap(WindowPlace::read).ifPresent(place -> {
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        });
        stage.setMaximized(settings.choice(MAXIMIZED).isPresent());
        stage.setOnHiding(e -> {
            settings.remember(MAXIMIZED, stage.isMaximized() ? "yes" : "");
            if (!stage.isMaximized()) {
                settings.remember(
                        KEY, stage.getX() + " " + stage.getY() + " " + stage.getWidth() + " " + stage.getHeight());
            }
        });
    }

    /** Some window managers (Openbox for one) give a JavaFX window that opens its least size, whatever it was told before. */
    static void show(Stage stage) {
        double width = stage.getWidth();
        double height = stage.getHeight();
        stage.show();
        if (!stage.isMaximized()) {
            stage.setWidth(width);
            stage.setHeight(height);
        }
    }

    private static Optional<Rectangle2D> read(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            Rectangle2D place = new Rectangle2D(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]));
            boolean seen = Screen.getScreens().stream()
                    .anyMatch(s -> s.getVisualBounds().intersects(place));
            return seen ? Optional.of(place) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
