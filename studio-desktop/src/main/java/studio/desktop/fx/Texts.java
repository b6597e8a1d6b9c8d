package studio.desktop.fx;

import java.util.ResourceBundle;

/**
 * The words of every screen, from one bundle. Keys start with their screen's name, e.g. {@code history.search}; FXML says
 * {@code %history.search}. Thread-safe.
 */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("studio.desktop.texts");

    private Texts() {}

    /** What FXML resolves its {@code %keys} in. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * The text with {@code {0}}, {@code {1}}… replaced. Unlike {@code MessageFormat}, quotes mean themselves and numbers
     * are not formatted: pass what {@link Formats} made of them.
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public static String get(String key, Object... values) {
        String text = BUNDLE.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
