package studio.desktop.fakes;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import studio.desktop.fx.StyleSheets;

/** Shows a screen at 1280 × 800 in a theme, and writes what it looks like to {@code target/screenshots}. */
public final class Snapshots {
    private Snapshots() {}

    public static void show(Stage stage, Parent root, boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        if (root.getScene() != null) {
            root.getScene().setRoot(new javafx.scene.layout.Pane());
        }
        Scene scene = new Scene(root, 1280, 800);
        StyleSheets.addTo(scene);
        stage.setScene(scene);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        root.applyCss();
        root.layout();
    }

    /** The screen as the shell lays it over a page. */
    public static Parent overPage(Parent screen) {
        StackPane sheet = new StackPane(screen);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane overlay = new StackPane(sheet);
        overlay.getStyleClass().add("overlay");
        return overlay;
    }

    public static Path write(Parent root, String name) {
        return write(root, name, 1);
    }

    /** As a display of that scale shows it: 2 draws every length with twice the pixels. */
    public static Path write(Parent root, String name, double scale) {
        root.applyCss();
        root.layout();
        WritableImage image = scale == 1 ? root.getScene().snapshot(null) : scaled(root, scale);
        Path file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static WritableImage scaled(Parent root, double scale) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(root.getScene().getFill());
        return root.snapshot(how, null);
    }
}
