package studio.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.server.embedded.EmbeddedPostgres;
import studio.server.shared.sql.DatabaseSettings;

/** The embedded PostgreSQL, and a thread that starts it again when it goes down. Thread-safe. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final EmbeddedPostgres postgres;
    private final ScheduledExecutorService watch = ServerThreads.timer("database-watch", 1);

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** @throws studio.server.embedded.EmbeddedPostgresException when it cannot be started */
    static EmbeddedDatabase start(Path dataDir) {
        EmbeddedDatabase database = new EmbeddedDatabase(EmbeddedPostgres.start(dataDir));
        database.watch.scheduleWithFixedDelay(
                database::revive, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return database;
    }

    DatabaseSettings settings() {
        return new DatabaseSettings(
                postgres.jdbcUrl(), postgres.user(), postgres.password(), DatabaseSettings.DEFAULT_MAX_CONNECTIONS);
    }

    private void revive() {
        try {
            postgres.revive();
        } catch (RuntimeException e) {
            LOG.error("the embedded database could not be started again; the next try comes soon", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        try {
            ServerThreads.stop(watch);
        } finally {
            postgres.close();
        }
    }
}
