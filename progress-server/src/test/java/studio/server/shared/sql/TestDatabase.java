package studio.server.shared.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studio.server.embedded.EmbeddedPostgres;

/**
 * A fresh, migrated database on the one PostgreSQL server of this test JVM. Make it in {@code @BeforeAll} (or
 * {@code @BeforeEach}) and close it in {@code @AfterAll}, which drops it.
 */
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final DatabaseSettings settings;
    private final Database database;

    private TestDatabase(String name) {
        this.name = name;
        this.settings = new DatabaseSettings(
                Server.POSTGRES.jdbcUrl().replaceFirst("/[^/]*$", "/" + name),
                Server.POSTGRES.user(),
                Server.POSTGRES.password(),
                8);
        this.database = Database.open(settings);
    }

    /** A database of its own, with every migration applied and no rows. */
    public static TestDatabase create() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        Server.execute("CREATE DATABASE " + name);
        return new TestDatabase(name);
    }

    public Database database() {
        return database;
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    /** For a server under test that opens the database itself, or a second pool on the same one. */
    public DatabaseSettings settings() {
        return settings;
    }

    /** The same as one URL, as {@code --db} takes it. */
    public String url() {
        return settings.jdbcUrl() + "?user=" + settings.user() + "&password=" + settings.password();
    }

    /** Drops the database, and whoever is still connected to it. */
    @Override
    public void close() {
        database.close();
        Server.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** Started when the first test wants it, stopped with the JVM; a killed JVM's server is taken over by the next. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder());
                Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-test-postgres"));
                dropLeftovers(postgres);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The module's own folder, so that it is made once; another one while a second JVM tests the same module. */
        @SuppressWarnings("resource") // the lock is held until the JVM ends
        private static Path folder() throws IOException {
            Path folder = Path.of("target", "test-postgres");
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("test.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            return lock == null ? Files.createTempDirectory(Path.of("target"), "test-postgres-") : folder;
        }

        private static void dropLeftovers(EmbeddedPostgres postgres) {
            try (Handle handle = open(postgres)) {
                handle.createQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")
                        .mapTo(String.class)
                        .list()
                        .forEach(name -> handle.execute("DROP DATABASE " + name + " WITH (FORCE)"));
            }
        }

        static void execute(String statement) {
            try (Handle handle = open(POSTGRES)) {
                handle.execute(statement);
            }
        }

        private static Handle open(EmbeddedPostgres postgres) {
            return Jdbi.create(postgres.jdbcUrl(), postgres.user(), postgres.password())
                    .open();
        }
    }
}
