package studio.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.server.embedded.EmbeddedPostgres;
import studio.server.embedded.EmbeddedPostgresException;
import studio.server.job.sql.RetentionRepository;
import studio.server.security.TokenService;
import studio.server.security.sql.TokenRepository;
import studio.server.shared.sql.Database;
import studio.server.shared.sql.DatabaseException;
import studio.server.shared.sql.DatabaseSettings;

/**
 * What whoever owns the database may do without a server: it needs no token, since who reads the database's password could
 * make one. An embedded database that a server runs on is used as it runs, and else started for as long as this is open.
 */
public final class Administration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Administration.class);
    private static final int CONNECTIONS = 2;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final TokenService tokens;
    private final RetentionRepository retention;
    private final InstantSource clock = InstantSource.system();

    /**
     * Opens the database.
     *
     * @param databaseUrl null for the embedded one of that folder
     * @throws ServerStartException with a sentence for a person
     */
    public static Administration open(Path dataDir, @Nullable String databaseUrl) {
        return new Administration(dataDir, databaseUrl);
    }

    private Administration(Path dataDir, @Nullable String databaseUrl) {
        try {
            DatabaseSettings settings = databaseUrl == null ? embedded(dataDir) : DatabaseSettings.ofUrl(databaseUrl);
            Database database = Database.open(settings.withMaxConnections(CONNECTIONS));
            opened.push(database);
            tokens = new TokenService(new TokenRepository(database.jdbi()), clock, new SecureRandom());
            retention = new RetentionRepository(database.jdbi());
        } catch (EmbeddedPostgresException | DatabaseException | IllegalArgumentException e) {
            close();
            throw new ServerStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private DatabaseSettings embedded(Path dataDir) {
        boolean served = false;
        try {
            opened.push(new DataFolder(dataDir).lock());
        } catch (DataFolderTakenException e) {
            served = true;
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir);
        if (!served) {
            opened.push(postgres);
        }
        return new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), postgres.password(), CONNECTIONS);
    }

    public TokenService tokens() {
        return tokens;
    }

    public RetentionRepository retention() {
        return retention;
    }

    public InstantSource clock() {
        return clock;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("the database did not close cleanly", e);
            }
        }
    }
}
