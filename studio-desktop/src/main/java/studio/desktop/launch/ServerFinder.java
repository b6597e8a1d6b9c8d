package studio.desktop.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.cli.CommandFailedException;
import studio.desktop.cli.GlobalOptions;
import studio.desktop.cli.Servers;
import studio.desktop.client.HttpTrainingClient;
import studio.desktop.client.TrainingClient;
import studio.server.DataFolder;

/** The server that was asked for, else one that runs for the data folder, else one that is started. */
final class ServerFinder implements Servers {
    private static final String SERVER = "STUDIO_SERVER";
    private static final String DATABASE = "STUDIO_DB";
    private static final String TOKEN = "STUDIO_TOKEN";

    private final RunningServers running = new RunningServers();

    @Override
    public TrainingClient connect(GlobalOptions options, @Nullable Integer threads, Consumer<String> saying) {
        return new HttpTrainingClient(find(options, threads, saying), token(options));
    }

    /** The address of a server that answers. */
    URI find(GlobalOptions options, @Nullable Integer threads, Consumer<String> saying) {
        URI asked = asked(options);
        if (asked != null) {
            requireWebAddress(asked);
            return asked;
        }
        Path dataDir = folder(DataFolders.data(options.dataDir()), database(options));
        Optional<URI> found = running.ready(new DataFolder(dataDir));
        if (found.isPresent()) {
            return found.get();
        }
        return new DetachedServer(dataDir, running).start(options.port(), database(options), threads, saying);
    }

    /**
     * Starts the data folder's server again, at the address it had, if its process has ended. One that lives and does not
     * answer is left alone: it may be busy.
     *
     * @return whether the folder's server is at another address now, as when another command has started it meanwhile
     * @throws CommandFailedException when it does not start
     */
    boolean revive(GlobalOptions options, URI url) {
        Path dataDir = folder(DataFolders.data(options.dataDir()), database(options));
        DataFolder folder = new DataFolder(dataDir);
        if (running.lives(folder)) {
            return running.ready(folder).filter(now -> !now.equals(url)).isPresent();
        }
        URI now = new DetachedServer(dataDir, running).start(url.getPort(), database(options), null, words -> {});
        return !now.equals(url);
    }

    /**
     * Where the server for that database announces itself. A database of the user's own has a folder of its own, so that
     * a command that names one is never answered from another.
     */
    static Path folder(Path dataDir, @Nullable String database) {
        return database == null ? dataDir : dataDir.resolve("database-" + Integer.toHexString(database.hashCode()));
    }

    static @Nullable URI asked(GlobalOptions options) {
        if (options.server() != null) {
            return options.server();
        }
        String server = System.getenv(SERVER);
        return server == null || server.isBlank() ? null : URI.create(server.strip());
    }

    static @Nullable String database(GlobalOptions options) {
        if (options.database() != null) {
            return options.database();
        }
        String database = System.getenv(DATABASE);
        return database == null || database.isBlank() ? null : database.strip();
    }

    /** Null when none was given. */
    static @Nullable String token(GlobalOptions options) {
        if (options.token() != null) {
            return options.token();
        }
        String token = System.getenv(TOKEN);
        return token == null || token.isBlank() ? null : token.strip();
    }

    static void requireWebAddress(URI url) {
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw new CommandFailedException(
                    "'" + url + "' is not the address of a server; one looks like http://127.0.0.1:8080", null);
        }
    }
}
