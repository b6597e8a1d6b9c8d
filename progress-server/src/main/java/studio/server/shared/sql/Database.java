package studio.server.shared.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A PostgreSQL database brought up to date, and the pool of its connections. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final int OLDEST_MAJOR = 14;
    /** Somebody waits for an answer; the database that has none within this time is away. */
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** No statement is silent for so long, migrations of large tables included. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final String description;
    private final Set<String> migrations;

    private Database(HikariDataSource pool, String description, Set<String> migrations) {
        this.pool = pool;
        this.migrations = migrations;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        this.description = description;
    }

    /**
     * Connects and applies the migrations that are missing; servers that start at once wait for one another.
     *
     * @throws DatabaseException when the database cannot be reached, is too old, or a migration does not apply
     */
    public static Database open(DatabaseSettings settings) {
        HikariDataSource pool = connect(settings);
        try {
            requireVersion(pool);
            return new Database(pool, settings.description(), migrate(pool));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource connect(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("studio");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.maxConnections());
        config.setMinimumIdle(Math.min(2, settings.maxConnections()));
        config.setConnectionTimeout(CONNECT.toMillis());
        config.addDataSourceProperty("ApplicationName", "strategy-studio");
        // A network that swallows packets must not hold a thread for hours.
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(LONGEST_ANSWER.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DatabaseException(
                    "The database " + settings.description() + " cannot be used: " + cause.getMessage(), e);
        }
    }

    private static void requireVersion(DataSource source) {
        try (Connection connection = source.getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new DatabaseException("The database is PostgreSQL " + major + "; Strategy Studio needs "
                        + OLDEST_MAJOR + " or newer.");
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database does not answer: " + e.getMessage(), e);
        }
    }

    /**
     * The files of /sql: {@code 001_create_market_data.sql} is version 1, "create market data". Returns their names, all
     * of which are applied then.
     */
    private static Set<String> migrate(DataSource source) {
        FluentConfiguration files = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .sqlMigrationPrefix("")
                .sqlMigrationSeparator("_")
                .placeholderReplacement(false);
        try {
            MigrationInfo[] all = files.load().info().all();
            refuseNewer(all);
            // Numbers are given out before the work begins, so that a lower one may arrive after a higher one.
            // Flyway warns of this at every start, also where it does not happen.
            boolean late = Arrays.stream(all).anyMatch(one -> one.getState() == MigrationState.IGNORED);
            files.outOfOrder(late).load().migrate();
            return Arrays.stream(all).map(MigrationInfo::getScript).collect(Collectors.toUnmodifiableSet());
        } catch (FlywayException e) {
            throw new DatabaseException("The database's tables cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** Tables that this version does not know may hold what it would break. */
    private static void refuseNewer(MigrationInfo[] all) {
        List<String> unknown = Arrays.stream(all)
                .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS)
                .map(one -> one.getVersion() + " (" + one.getDescription() + ")")
                .toList();
        if (!unknown.isEmpty()) {
            throw new DatabaseException(
                    "The database was changed by a newer version of Strategy Studio: this one does not"
                            + " know " + String.join(", ", unknown)
                            + ". Start the newer version, or restore a backup from before.");
        }
    }

    /** Where repositories get their connections. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** The pool itself, for libraries that want JDBC. */
    public DataSource dataSource() {
        return pool;
    }

    /** The pool tells how many of its connections are in use, and how long they are waited for. */
    public void measure(MeterRegistry metrics) {
        pool.setMetricRegistry(metrics);
    }

    /** Whether the database answers, once there is a connection, within the given time. */
    public boolean isReachable(Duration patience) {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid((int) Math.max(1, patience.toSeconds()));
        } catch (SQLException e) {
            return false;
        }
    }

    /** The migrations that this server knows, by the names of their files; all were applied when it was opened. */
    Set<String> migrations() {
        return migrations;
    }

    /**
     * The migrations that the database has now, by the names of their files.
     *
     * @throws DatabaseException when it does not tell, once there is a connection, within the given time
     */
    Set<String> appliedMigrations(Duration patience) {
        try (Connection connection = pool.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT script FROM flyway_schema_history WHERE success")) {
            query.setQueryTimeout((int) Math.max(1, patience.toSeconds()));
            Set<String> scripts = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    scripts.add(rows.getString(1));
                }
            }
            return scripts;
        } catch (SQLException e) {
            throw new DatabaseException("the database does not tell its migrations: " + e.getMessage(), e);
        }
    }

    /** Where the database is, without any secret. */
    public String description() {
        return description;
    }

    @Override
    public void close() {
        pool.close();
    }
}
