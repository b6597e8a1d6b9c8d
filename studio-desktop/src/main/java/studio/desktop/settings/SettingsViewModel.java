package studio.desktop.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Background;
import studio.desktop.fx.Texts;

/** The settings page: what is right is stored as it is typed, what is wrong is marked and kept out. */
final class SettingsViewModel {
    private final Settings settings;
    private final Background background;
    private final ServerProbe probe;
    private final StringProperty server;
    private final StringProperty poll;
    private final ReadOnlyStringWrapper serverError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pollError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper testing = new ReadOnlyStringWrapper("");
    private Background.@Nullable Ticket asked;

    SettingsViewModel(Settings settings, Background background, ServerProbe probe) {
        this.settings = settings;
        this.background = background;
        this.probe = probe;
        this.server = new SimpleStringProperty(settings.serverUrl().get());
        this.poll = new SimpleStringProperty(seconds(settings.pollInterval().get()));
        server.addListener((o, old, now) -> takeServer(now.strip()));
        poll.addListener((o, old, now) -> takePoll(now.strip()));
    }

    StringProperty token() {
        return settings.token();
    }

    StringProperty server() {
        return server;
    }

    /** In seconds, as typed. */
    StringProperty poll() {
        return poll;
    }

    ReadOnlyStringProperty serverError() {
        return serverError.getReadOnlyProperty();
    }

    ReadOnlyStringProperty pollError() {
        return pollError.getReadOnlyProperty();
    }

    /** What came of testing the connection; empty before. */
    ReadOnlyStringProperty testing() {
        return testing.getReadOnlyProperty();
    }

    private void takeServer(String typed) {
        testing.set("");
        serverError.set(isServer(typed) ? "" : Texts.get("settings.error.server", typed));
        if (serverError.get().isEmpty()) {
            settings.serverUrl().set(typed);
        }
    }

    private static boolean isServer(String typed) {
        if (typed.isEmpty()) {
            return true;
        }
        try {
            URI uri = new URI(typed);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void takePoll(String typed) {
        Duration interval = read(typed);
        boolean right = interval != null
                && interval.compareTo(Settings.SHORTEST_POLL) >= 0
                && interval.compareTo(Settings.LONGEST_POLL) <= 0;
        pollError.set(right ? "" : Texts.get("settings.error.poll", typed));
        if (interval != null && right) {
            settings.pollInterval().set(interval);
        }
    }

    private static @Nullable Duration read(String typed) {
        if (!typed.matches("\\d{1,3}([.,]\\d{1,3})?")) {
            return null;
        }
        return Duration.ofMillis(Math.round(Double.parseDouble(typed.replace(',', '.')) * 1000));
    }

    private static String seconds(Duration interval) {
        long millis = interval.toMillis();
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0);
    }

    void test() {
        if (!serverError.get().isEmpty()) {
            return;
        }
        String url = server.get().strip();
        String token = settings.token().get().strip();
        if (url.isEmpty()) {
            testing.set(Texts.get("settings.test.embedded"));
            return;
        }
        testing.set(Texts.get("settings.test.asking"));
        asked = background
                .call(() -> probe.probe(url, token))
                .onSuccess(v -> testing.set(Texts.get("settings.test.ok", v.name(), v.version(), v.database())))
                .onError(e -> testing.set(Texts.get(
                        "settings.test.failed",
                        e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())))
                .start();
    }

    void letGo() {
        if (asked != null) {
            asked.cancel();
            testing.set("");
            asked = null;
        }
    }
}
