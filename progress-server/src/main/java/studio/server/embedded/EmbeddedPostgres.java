package studio.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on {@code <data-dir>/postgres}, reachable from this machine alone and by password alone. It is a
 * process of its own that outlives a killed JVM; the next start takes it over. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String USER = "studio";
    static final String DATABASE = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int PASSWORD_BYTES = 24;

    private final Cluster cluster;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedPostgres(Cluster cluster, int port, String password) {
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server of that data folder, or takes over the one that runs. The first start makes the database. The
     * programs are unpacked into the user's cache folder, or beside the data where that cannot be written.
     *
     * @throws EmbeddedPostgresException with a sentence for a person
     */
    public static EmbeddedPostgres start(Path dataDir) {
        Path home = Path.of(System.getProperty("user.home"));
        return start(dataDir, Platform.current().userCache(System.getenv(), home));
    }

    /** As {@link #start(Path)}, with the programs unpacked into {@code cache}. */
    public static EmbeddedPostgres start(Path dataDir, Path cache) {
        try {
            PostgresFolder folder = PostgresFolder.in(dataDir);
            try (StartLock ignored = StartLock.take(folder.lock())) {
                return startLocked(folder, cache);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EmbeddedPostgresException(
                    "The embedded PostgreSQL cannot start in " + dataDir.toAbsolutePath() + ": " + e + "."
                            + EmbeddedPostgresException.WAY_OUT,
                    e);
        }
    }

    private static EmbeddedPostgres startLocked(PostgresFolder folder, Path cache) throws IOException {
        Privileges privileges = Privileges.forOwnerOf(folder);
        Platform platform = Platform.current();
        Path binariesFolder =
                privileges.asNobody() || !isWritable(cache) ? folder.root().resolve("binaries") : cache;
        PostgresBinaries binaries = PostgresBinaries.unpack(platform, binariesFolder);
        Cluster cluster = new Cluster(folder, binaries, privileges);
        if (!folder.holdsCluster()) {
            String password = newPassword();
            folder.writePassword(password);
            cluster.create();
        }
        cluster.requireSameMajorVersion();
        String password = folder.password();
        int port = cluster.adopt(password).orElseGet(() -> cluster.startServer(password));
        LOG.info("embedded PostgreSQL serves {} on port {}", folder.root(), port);
        return new EmbeddedPostgres(cluster, port, password);
    }

    private static boolean isWritable(Path cache) {
        try {
            Files.createDirectories(cache);
            return Files.isWritable(cache);
        } catch (IOException e) {
            LOG.info("{} cannot be used ({}); PostgreSQL is unpacked beside its data", cache, e.toString());
            return false;
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Where the driver finds it. */
    public String jdbcUrl() {
        return Cluster.jdbcUrl(port);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /**
     * Starts the server again where it was, if its process has died: killed by hand, or by the system for want of
     * memory. To be called every few seconds; what is not possible yet is tried again at the next call.
     *
     * @return whether it had died and runs again
     */
    public synchronized boolean revive() {
        if (closed || cluster.isRunning()) {
            return false;
        }
        LOG.error("the embedded PostgreSQL has died; it is started again on port {}", port);
        boolean runs = cluster.startAgain(port, password);
        if (runs) {
            LOG.info("the embedded PostgreSQL serves again");
        }
        return runs;
    }

    /** Stops the server: running statements are rolled back, everything committed is kept. Twice is once. */
    @Override
    public synchronized void close() {
        closed = true;
        cluster.stop();
    }
}
