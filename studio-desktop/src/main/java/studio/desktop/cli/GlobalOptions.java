package studio.desktop.cli;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
public final class GlobalOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "The server to talk to; else $STUDIO_SERVER, else one that runs for this data folder or is started.")
    private @Nullable URI server;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Everything that an embedded server keeps; default: the user's data folder.")
    private @Nullable Path dataDir;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "PostgreSQL for an embedded server, e.g. postgresql://user:password@host/name; else $STUDIO_DB.")
    private @Nullable String database;

    @Option(names = "--port", paramLabel = "N", description = "Port of a server that is started.")
    private @Nullable Integer port;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "For a server that demands one; better as $STUDIO_TOKEN, which other users cannot see.")
    private @Nullable String token;

    @Option(names = "--quiet", description = "No messages for people, errors excepted.")
    private boolean quiet;

    /** The server asked for; null to find or start one. */
    public @Nullable URI server() {
        return server;
    }

    /** The folder asked for; null for the user's. */
    public @Nullable Path dataDir() {
        return dataDir;
    }

    /** The database asked for; null for the embedded one. */
    public @Nullable String database() {
        return database;
    }

    /** The port asked for; null for the standard one. */
    public @Nullable Integer port() {
        return port;
    }

    /** The token given; null for that of the environment, or none. Never to be printed. */
    public @Nullable String token() {
        return token;
    }

    public boolean quiet() {
        return quiet;
    }
}
