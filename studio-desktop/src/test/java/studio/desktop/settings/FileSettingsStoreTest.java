package studio.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsStoreTest {
    @TempDir
    Path folder;

    private FileSettingsStore store() {
        return new FileSettingsStore(folder.resolve("settings.json"), Runnable::run);
    }

    @Test
    void a_token_is_remembered_and_never_in_the_settings_file() throws Exception {
        Settings settings = new Settings(store());
        settings.serverUrl().set("https://studio.example");
        settings.token().set(" studio_secret ");

        assertThat(Files.readString(folder.resolve("settings.json")))
                .contains("studio.example")
                .doesNotContain("secret");
        assertThat(new Settings(store()).token().get()).isEqualTo("studio_secret");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("server-token"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_token_taken_out_is_forgotten() {
        Settings settings = new Settings(store());
        settings.token().set("studio_secret");

        settings.token().set("");

        assertThat(folder.resolve("server-token")).doesNotExist();
        assertThat(store().load()).isEqualTo(Map.of());
    }
}
