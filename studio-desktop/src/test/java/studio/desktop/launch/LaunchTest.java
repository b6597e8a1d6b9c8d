package studio.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.DataFolder;

class LaunchTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void the_data_folder_is_where_the_operating_system_wants_it() {
        assertThat(DataFolders.data(null, Map.of(), "Linux", HOME))
                .isEqualTo(HOME.resolve(".local/share/strategy-studio"));
        assertThat(DataFolders.data(null, Map.of("XDG_DATA_HOME", "data"), "Linux", HOME))
                .isEqualTo(Path.of("data/strategy-studio"));
        assertThat(DataFolders.data(null, Map.of(), "Mac OS X", HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/strategy-studio"));
        assertThat(DataFolders.data(null, Map.of("LOCALAPPDATA", "local"), "Windows 11", HOME))
                .isEqualTo(Path.of("local/strategy-studio"));
        assertThat(DataFolders.data(Path.of("given"), Map.of(), "Linux", HOME))
                .isEqualTo(Path.of("given").toAbsolutePath());
    }

    @Test
    void a_display_is_known_by_the_environment_on_linux() {
        assertThat(DesktopLauncher.hasDisplay(Map.of(), "Linux")).isFalse();
        assertThat(DesktopLauncher.hasDisplay(Map.of("DISPLAY", ""), "Linux")).isFalse();
        assertThat(DesktopLauncher.hasDisplay(Map.of("DISPLAY", ":0"), "Linux")).isTrue();
        assertThat(DesktopLauncher.hasDisplay(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux"))
                .isTrue();
    }

    @Test
    void a_server_that_is_gone_is_not_taken_for_running(@TempDir Path folder) throws Exception {
        long deadPid = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .get()
                .pid();
        Files.writeString(
                folder.resolve("server.json"),
                "{\"url\": \"http://127.0.0.1:1\", \"pid\": " + deadPid
                        + ", \"started_at\": \"2026-01-01T00:00:00Z\"}");

        assertThat(new RunningServers().ready(new DataFolder(folder))).isEmpty();
    }

    @Test
    void a_living_process_that_serves_nothing_is_not_taken_for_a_server(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("server.json"),
                "{\"url\": \"http://127.0.0.1:1\", \"pid\": "
                        + ProcessHandle.current().pid() + ", \"started_at\": \"2026-01-01T00:00:00Z\"}");

        assertThat(new RunningServers().ready(new DataFolder(folder))).isEmpty();
    }

    @Test
    void a_folder_without_a_server_or_with_a_broken_file_has_none(@TempDir Path folder) throws Exception {
        assertThat(new RunningServers().ready(new DataFolder(folder))).isEmpty();

        Files.writeString(folder.resolve("server.json"), "{broken");

        assertThat(new RunningServers().ready(new DataFolder(folder))).isEmpty();
    }

    @Test
    void a_database_of_one_s_own_is_never_answered_from_another() {
        Path embedded = ServerFinder.folder(HOME, null);
        Path one = ServerFinder.folder(HOME, "postgresql://a/one");
        Path two = ServerFinder.folder(HOME, "postgresql://a/two");

        assertThat(embedded).isEqualTo(HOME);
        assertThat(one).isNotEqualTo(two).isNotEqualTo(embedded);
        assertThat(ServerFinder.folder(HOME, "postgresql://a/one")).isEqualTo(one);
    }
}
