package studio.desktop.fx;

import java.util.Objects;
import javafx.scene.Scene;

/** The one style sheet over AtlantaFX. Its {@code -studio-*} tokens follow the theme, so that both share it. */
public final class StyleSheets {
    private StyleSheets() {}

    /** Adds the sheet; every scene of ours, dialogs included, is given it. */
    public static void addTo(Scene scene) {
        scene.getStylesheets().add(location());
    }

    public static String location() {
        return Objects.requireNonNull(StyleSheets.class.getResource("studio.css"), "studio.css")
                .toExternalForm();
    }
}
