package studio.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One secret in a file that only its owner may read. Not thread-safe. */
final class SecretFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);

    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    /** Empty when there is none. */
    String read() {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            LOG.warn("{} could not be read; the app goes on without it", file, e);
            return "";
        }
    }

    /** Keeps the secret; null or an empty one removes the file. */
    void write(@Nullable String secret) throws IOException {
        if (secret == null || secret.isBlank()) {
            Files.deleteIfExists(file);
            return;
        }
        if (secret.equals(read())) {
            return;
        }
        Files.deleteIfExists(file);
        Files.createFile(file);
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, secret);
    }
}
