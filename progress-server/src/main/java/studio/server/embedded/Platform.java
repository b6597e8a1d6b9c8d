package studio.server.embedded;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What depends on the operating system: which archive of binaries fits, where caches lie, how programs are called. */
record Platform(String system, String architecture) {

    static Platform current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system =
                os.contains("win") ? "windows" : os.contains("mac") || os.contains("darwin") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new Platform(system, arch.equals("amd64") ? "x86_64" : arch);
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    String program(String name) {
        return isWindows() ? name + ".exe" : name;
    }

    /** The archive on the class path; throws when the build brought none for this machine. */
    URL archive() {
        for (String name : architectureNames()) {
            @Nullable URL found = Platform.class.getResource("/postgres-" + system + "-" + name + ".txz");
            if (found != null) {
                return found;
            }
        }
        throw new EmbeddedPostgresException("This build holds no PostgreSQL for " + system + " on " + architecture
                + "; build it on this machine." + EmbeddedPostgresException.WAY_OUT);
    }

    private List<String> architectureNames() {
        return architecture.equals("aarch64")
                ? List.of("arm_64", "aarch_64", "arm64", "aarch64", "arm64v8")
                : List.of(architecture);
    }

    /** Where this user's programs keep what can be made anew. */
    Path userCache(Map<String, String> environment, Path home) {
        @Nullable String set = environment.get(isWindows() ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        if (set != null && Path.of(set).isAbsolute()) {
            return Path.of(set).resolve("strategy-studio");
        }
        return switch (system) {
            case "windows" -> home.resolve("AppData/Local/strategy-studio");
            case "darwin" -> home.resolve("Library/Caches/strategy-studio");
            default -> home.resolve(".cache/strategy-studio");
        };
    }
}
