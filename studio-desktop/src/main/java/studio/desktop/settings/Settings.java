package studio.desktop.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the app remembers. Every change is stored at once. For the FX thread.
 *
 * <p>Screens keep small choices (column widths, drafts) under keys of their own: {@link #choice} and {@link #remember}.
 */
public final class Settings {
    public static final Duration SHORTEST_POLL = Duration.ofMillis(500);
    public static final Duration LONGEST_POLL = Duration.ofSeconds(60);
    public static final Duration STANDARD_POLL = Duration.ofSeconds(2);

    private static final String SERVER = "server.url";
    static final String TOKEN = "server.token";
    private static final String POLL = "poll.millis";
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";

    private final SettingsStore store;
    private final Map<String, String> values;
    private final StringProperty serverUrl;
    private final StringProperty token;
    private final ObjectProperty<Duration> pollInterval;
    private final ObjectProperty<Theme> theme;
    private final StringProperty language;

    public Settings(SettingsStore store) {
        this.store = store;
        this.values = new TreeMap<>(store.load());
        this.serverUrl = new SimpleStringProperty(this, SERVER, values.getOrDefault(SERVER, ""));
        this.token = new SimpleStringProperty(this, TOKEN, values.getOrDefault(TOKEN, ""));
        this.pollInterval = new SimpleObjectProperty<>(this, POLL, readPoll(values.get(POLL)));
        this.theme = new SimpleObjectProperty<>(this, THEME, readTheme(values.get(THEME)));
        serverUrl.addListener((o, old, now) -> remember(SERVER, now));
        token.addListener((o, old, now) -> remember(TOKEN, now.strip()));
        pollInterval.addListener((o, old, now) -> remember(POLL, Long.toString(now.toMillis())));
        this.language = new SimpleStringProperty(this, LANGUAGE, values.getOrDefault(LANGUAGE, ""));
        language.addListener((o, old, now) -> remember(LANGUAGE, now));
        theme.addListener((o, old, now) -> remember(THEME, now.name()));
    }

    /** The server to talk to; empty for the embedded one. Takes effect at the next start. */
    public StringProperty serverUrl() {
        return serverUrl;
    }

    /** For a server that demands one; empty otherwise. A store keeps it apart from the other settings. */
    public StringProperty token() {
        return token;
    }

    /** Between {@link #SHORTEST_POLL} and {@link #LONGEST_POLL}. */
    public ObjectProperty<Duration> pollInterval() {
        return pollInterval;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** The language of all words as a tag, e.g. {@code de}; empty for the system's. */
    public StringProperty language() {
        return language;
    }

    /** {@link #language} as a locale. */
    public Locale words() {
        String tag = language.get();
        return tag.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }

    /** A remembered choice of a screen, e.g. {@code history.columns}. */
    public Optional<String> choice(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The keys of all remembered choices that begin so, in alphabetical order. */
    public List<String> keysBeginning(String prefix) {
        return values.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /** Remembers a choice; an empty value forgets it. */
    public void remember(String key, String value) {
        String before = value.isEmpty() ? values.remove(key) : values.put(key, value);
        if (!value.equals(before == null ? "" : before)) {
            store.save(Map.copyOf(values));
        }
    }

    private static Duration readPoll(@org.jspecify.annotations.Nullable String text) {
        if (text == null || !text.matches("\\d{1,6}")) {
            return STANDARD_POLL;
        }
        Duration stored = Duration.ofMillis(Long.parseLong(text));
        if (stored.compareTo(SHORTEST_POLL) < 0) {
            return SHORTEST_POLL;
        }
        return stored.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : stored;
    }

    private static Theme readTheme(@org.jspecify.annotations.Nullable String text) {
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(text)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }
}
