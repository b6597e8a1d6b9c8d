package studio.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.json.StudioJson;

/** The folder that a server keeps: who serves it now, and where. One server with an embedded database a folder. */
public final class DataFolder {
    private static final String RUNNING = "server.json";
    private static final String LOCK = "server.lock";
    private static final JsonMapper JSON = StudioJson.lenient();

    private final Path root;

    public DataFolder(Path root) {
        this.root = root;
    }

    /** Where a running server of this folder is to be found. */
    public record Running(URI url, long pid, Instant startedAt) {}

    /** Held as long as the server runs; the operating system lets go of it when the process dies. */
    record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Path root() {
        return root;
    }

    /** The server that says it runs on this folder; whether it still does must be tried. */
    public Optional<Running> running() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(root.resolve(RUNNING)), Running.class));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Throws {@link DataFolderTakenException} when another server holds the folder. */
    Lock lock() {
        FileChannel channel = null;
        try {
            Files.createDirectories(root);
            channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Lock(channel, lock);
            }
            channel.close();
            throw taken(null);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw taken(e);
        } catch (IOException e) {
            close(channel);
            throw new ServerStartException(
                    "The data folder " + root + " cannot be used: " + e
                            + ". Give another one with --data-dir, or make it writable.",
                    e);
        }
    }

    /**
     * Says that this process serves the folder, until the result is closed.
     *
     * @throws ServerStartException when the folder cannot be written
     */
    AutoCloseable announced(URI url, Instant now) {
        long pid = ProcessHandle.current().pid();
        try {
            Files.createDirectories(root);
            announce(new Running(url, pid, now));
        } catch (IOException e) {
            throw new ServerStartException("The data folder " + root + " cannot be written: " + e, e);
        }
        return () -> withdraw(pid);
    }

    private void announce(Running server) throws IOException {
        Path temporary = Files.createTempFile(root, RUNNING, ".new");
        Files.write(temporary, bytes(server));
        Files.move(
                temporary, root.resolve(RUNNING), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the announcement back, if it is still this process's. */
    private void withdraw(long pid) throws IOException {
        if (running().filter(server -> server.pid() == pid).isPresent()) {
            Files.deleteIfExists(root.resolve(RUNNING));
        }
    }

    private DataFolderTakenException taken(@Nullable Exception cause) {
        String where = running()
                .map(server -> " at " + server.url() + " (process " + server.pid() + ")")
                .orElse("");
        return new DataFolderTakenException(
                "Another server already keeps its database in " + root + where
                        + ". Use that one, stop it, or give another folder with --data-dir.",
                cause);
    }

    private static byte[] bytes(Running server) {
        try {
            return JSON.writeValueAsBytes(server);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
