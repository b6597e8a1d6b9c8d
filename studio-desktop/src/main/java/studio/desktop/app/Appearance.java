package studio.desktop.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import studio.desktop.settings.Theme;

/** Puts a theme on the whole app. For the FX thread. */
public final class Appearance {
    private Appearance() {}

    public static void apply(Theme theme) {
        boolean dark = theme == Theme.DARK || theme == Theme.SYSTEM && systemIsDark();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** What the desktop says where this JavaFX can know it: the name of its GTK theme; light elsewhere. */
    private static boolean systemIsDark() {
        String theme = System.getenv().getOrDefault("GTK_THEME", "");
        return theme.toLowerCase(Locale.ROOT).contains("dark");
    }
}
