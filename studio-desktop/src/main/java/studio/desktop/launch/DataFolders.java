package studio.desktop.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a user's data and settings lie, by the convention of the operating system. */
final class DataFolders {
    private static final String NAME = "strategy-studio";

    private DataFolders() {}

    /** The folder given, else the user's. */
    static Path data(@Nullable Path given, Map<String, String> env, String osName, Path home) {
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return under(env.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return under(env.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share"));
    }

    /** The folder given, else the user's, as this process sees them. */
    static Path data(@Nullable Path given) {
        return data(given, System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    private static Path under(@Nullable String base, Path otherwise) {
        return (base == null || base.isBlank() ? otherwise : Path.of(base)).resolve(NAME);
    }
}
