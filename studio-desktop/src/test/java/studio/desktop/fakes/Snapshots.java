package studio.desktop.fakes;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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
    private static final Set<String> ALSO_TWICE_THE_SIZE = Set.of(
            "gallery/comparison-light",
            "gallery/configurations-light",
            "gallery/help-light",
            "gallery/history-several-chosen-light",
            "gallery/palette-light",
            "gallery/settings-light",
            "gallery/tour-light",
            "market-data-series-light",
            "progress-optimizing-light",
            "results-completed-overview-light",
            "results-completed-request-light",
            "results-completed-trades-light",
            "results-completed-trials-light",
            "results-completed-trust-light",
            "results-completed-walkForward-light",
            "studio-ready-light");

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

    /** Writes {@code name.png}; of one picture of each screen {@code name-200.png} as well. */
    public static Path write(Parent root, String name) {
        if (ALSO_TWICE_THE_SIZE.contains(name)) {
            write(root, name + "-200", 2);
        }
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
