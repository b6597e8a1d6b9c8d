package studio.desktop.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.json.StudioJson;

/**
 * Settings in one JSON file, but for the server's token, which lies beside it in one that only its owner reads. Writing happens on the given executor, so that typing never waits for a disk; of many changes
 * the newest is written. {@link #flush} writes what is still waiting.
 */
public final class FileSettingsStore implements SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileSettingsStore.class);
    private static final JsonMapper JSON = StudioJson.lenient();

    private final Path file;
    private final SecretFile secret;
    private final Executor writer;
    private final AtomicReference<@Nullable Map<String, String>> waiting = new AtomicReference<>();

    /** The file's folder is made when it is missing. */
    public FileSettingsStore(Path file, Executor writer) {
        this.file = file;
        this.secret = new SecretFile(file.resolveSibling("server-token"));
        this.writer = writer;
    }

    @Override
    public Map<String, String> load() {
        Map<String, String> values = read();
        String token = secret.read();
        if (!token.isEmpty()) {
            values.put(Settings.TOKEN, token);
        }
        return values;
    }

    private Map<String, String> read() {
        try {
            return new HashMap<>(JSON.readValue(Files.readString(file), new TypeReference<Map<String, String>>() {}));
        } catch (NoSuchFileException e) {
            return new HashMap<>();
        } catch (JsonProcessingException e) {
            keepBroken(e);
            return new HashMap<>();
        } catch (IOException e) {
            LOG.warn("The settings in {} could not be read; the app starts with its defaults", file, e);
            return new HashMap<>();
        }
    }

    private void keepBroken(Exception cause) {
        Path kept = file.resolveSibling(file.getFileName() + ".broken");
        LOG.warn("The settings in {} are not JSON; they are kept as {}", file, kept, cause);
        try {
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The unreadable settings could not be set aside", e);
        }
    }

    @Override
    public void save(Map<String, String> values) {
        if (waiting.getAndSet(values) == null) {
            try {
                writer.execute(this::flush);
            } catch (RejectedExecutionException e) {
                flush();
            }
        }
    }

    /** Writes what waits, on the calling thread. */
    public synchronized void flush() {
        Map<String, String> values = waiting.getAndSet(null);
        if (values == null) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Map<String, String> open = new TreeMap<>(values);
            secret.write(open.remove(Settings.TOKEN));
            Path next = Files.createTempFile(folder, "settings", ".part");
            Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(open));
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("The settings could not be written to {}", file, e);
        }
    }
}
