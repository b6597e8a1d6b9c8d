package studio.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One database folder and the server process on it, driven by {@code initdb} and {@code pg_ctl}. */
final class Cluster {
    static final String MAJOR_VERSION = "17";
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final long LARGEST_LOG = 10_000_000;
    private static final int PORT_ATTEMPTS = 3;
    private static final String OUR_SETTINGS = "studio.conf";

    private final PostgresFolder folder;
    private final PostgresBinaries binaries;
    private final Privileges privileges;
    private final Commands commands;

    Cluster(PostgresFolder folder, PostgresBinaries binaries, Privileges privileges) {
        this.folder = folder;
        this.binaries = binaries;
        this.privileges = privileges;
        this.commands = new Commands(privileges.prefix(), folder.commandLog());
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE;
    }

    /** Makes the folder under another name and moves it once it is whole, so that a killed start leaves no half one. */
    void create() throws IOException {
        Path fresh = folder.root().resolve("data.new");
        PostgresFolder.deleteTree(fresh);
        privileges.handOver(folder);
        boolean made = commands.run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + EmbeddedPostgres.USER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (!made) {
            throw new EmbeddedPostgresException("initdb could not make the database in " + folder.root() + ": "
                    + commands.lastWords() + "." + EmbeddedPostgresException.WAY_OUT);
        }
        Files.writeString(
                fresh.resolve("postgresql.conf"), "\ninclude '" + OUR_SETTINGS + "'\n", StandardOpenOption.APPEND);
        PostgresFolder.move(fresh, folder.cluster());
    }

    void requireSameMajorVersion() throws IOException {
        String found = folder.clusterVersion();
        if (!found.equals(MAJOR_VERSION)) {
            throw new EmbeddedPostgresException("The database in " + folder.root() + " was made by PostgreSQL " + found
                    + ", this program brings PostgreSQL " + MAJOR_VERSION
                    + ". Use the version of Strategy Studio that made it, or move that folder away to start afresh."
                    + EmbeddedPostgresException.WAY_OUT);
        }
    }

    /**
     * The port of the server that a killed JVM left on this folder, if it is ours and ready. One that is still
     * starting, is ending or has other settings is stopped, so that the caller starts it as it must be.
     */
    OptionalInt adopt(String password) throws IOException {
        Optional<Postmaster> found = Postmaster.read(folder.cluster());
        if (found.isEmpty() || !found.get().runs()) {
            Files.deleteIfExists(Postmaster.file(folder.cluster()));
            return OptionalInt.empty();
        }
        int port = found.get().port();
        if (serves(port, password)) {
            LOG.info(
                    "took over the PostgreSQL server {} that was left running",
                    found.get().pid());
            return OptionalInt.of(port);
        }
        LOG.warn(
                "stopping the PostgreSQL server {} on port {}: it is not as it must be",
                found.get().pid(),
                port);
        stop();
        return OptionalInt.empty();
    }

    /** Starts the server on the port it had, or on a free one when another program has taken that. */
    int startServer(String password) {
        try {
            rotateLog();
            int port = folder.port().orElseGet(Cluster::freePort);
            for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
                configure(port);
                if (start() && serves(port, password)) {
                    folder.writePort(port);
                    return port;
                }
                stop();
                int other = freePort();
                LOG.info("PostgreSQL did not start on port {}; trying {}", port, other);
                port = other;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new EmbeddedPostgresException("The embedded PostgreSQL does not start: " + commands.lastWords()
                + ". Its log is " + folder.log() + "." + EmbeddedPostgresException.WAY_OUT);
    }

    /** One try to start a server that has died, on the port that its clients know. */
    boolean startAgain(int port, String password) {
        try {
            configure(port);
            Files.deleteIfExists(Postmaster.file(folder.cluster()));
            return start() && serves(port, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fast shutdown; nothing happens when no server runs. */
    void stop() {
        List<String> stop = new ArrayList<>(List.of(binaries.program("pg_ctl"), "stop"));
        stop.addAll(List.of("--pgdata=" + folder.cluster(), "--mode=fast", "--wait", "--timeout=60", "--silent"));
        if (!commands.run(stop) && isRunning()) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL does not stop: " + commands.lastWords());
        }
    }

    /** Whether the server's process lives. */
    boolean isRunning() {
        try {
            return Postmaster.read(folder.cluster()).filter(Postmaster::runs).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean start() throws IOException {
        privileges.handOver(folder);
        return commands.run(List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + folder.cluster(),
                "--log=" + folder.log(),
                "--wait",
                "--timeout=120",
                "--silent"));
    }

    private boolean serves(int port, String password) {
        return ServerProbe.serves(
                jdbcUrl(port), EmbeddedPostgres.USER, password, folder.cluster().toString());
    }

    /** Loopback, no socket file, and no shortcut on the way to the disk. */
    private void configure(int port) throws IOException {
        Files.writeString(folder.cluster().resolve(OUR_SETTINGS), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] '
                """.formatted(port));
    }

    private void rotateLog() throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGEST_LOG) {
            PostgresFolder.move(folder.log(), folder.root().resolve("postgres.log.1"));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
