package studio.desktop.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The archive in which the JVM keeps the loaded and checked classes of an embedded server, so that the next one starts in
 * less time. The first server writes it as it ends. The launcher script names the folder, one for each Java; without it, as
 * in tests and where the folder cannot be written, servers start without an archive.
 */
final class ServerArchive {
    private static final String FOLDER = "studio.archives";
    private static final String ARCHIVE = "server.jsa";

    private final @Nullable Path folder;

    ServerArchive(@Nullable Path folder) {
        this.folder = folder;
    }

    /** That of the folder named by the launcher script. */
    static ServerArchive ofLauncher() {
        String folder = System.getProperty(FOLDER, "");
        return new ServerArchive(folder.isEmpty() ? null : Path.of(folder));
    }

    /** For the JVM of a server that is about to be started; empty without a folder to keep the archive in. */
    List<String> options() {
        Path kept = folder;
        if (kept == null || !Files.isWritable(kept)) {
            return List.of();
        }
        List<String> options =
                new ArrayList<>(List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-Xlog:class+path=off"));
        Path archive = kept.resolve(ARCHIVE);
        try {
            takeWritten(kept, archive);
        } catch (IOException e) {
            // A slow start is no reason for none.
            return List.of();
        }
        options.add(
                Files.exists(archive)
                        ? "-XX:SharedArchiveFile=" + archive
                        : "-XX:ArchiveClassesAtExit=" + kept.resolve("server-" + UUID.randomUUID() + ".part"));
        return List.copyOf(options);
    }

    /** An archive gets its name here and not from the server that writes it: nobody is to read half of one. */
    private static void takeWritten(Path folder, Path archive) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "server-*.part")) {
            for (Path part : parts) {
                if (Files.size(part) > 0) {
                    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
