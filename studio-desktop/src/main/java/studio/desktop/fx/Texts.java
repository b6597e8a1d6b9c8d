package studio.desktop.fx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words of every screen, from one bundle. Keys start with their screen's name, e.g. {@code history.search}; FXML says
 * {@code %history.search}. Thread-safe.
 */
public final class Texts {
    private static volatile ResourceBundle bundle = load(Locale.getDefault());

    private static final ResourceBundle ENGLISH = load(Locale.ENGLISH);

    private Texts() {}

    /** Of the texts whose keys start so, each English one with its key: what a server says is found by its own words. */
    public static Map<String, String> keysByEnglish(String prefix) {
        Map<String, String> keys = new HashMap<>();
        for (String key : ENGLISH.keySet()) {
            if (key.startsWith(prefix)) {
                keys.put(ENGLISH.getString(key), key);
            }
        }
        return keys;
    }

    /** From now on words are of that language, or English where there are none of it; screens that stand keep theirs. */
    public static void use(Locale locale) {
        bundle = load(locale);
    }

    private static ResourceBundle load(Locale locale) {
        // Without this, English on a German machine would fall back to German.
        return ResourceBundle.getBundle(
                "studio.desktop.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What FXML resolves its {@code %keys} in. */
    public static ResourceBundle bundle() {
        return bundle;
    }

    /** The text, where there is one: for words about values that a newer server may have more of. */
    public static Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /**
     * The text with {@code {0}}, {@code {1}}… replaced. Unlike {@code MessageFormat}, quotes mean themselves and numbers
     * are not formatted: pass what {@link Formats} made of them.
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public static String get(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
