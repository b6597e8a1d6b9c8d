package studio.server.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Whether the database has been there for so long that every living worker has written a heartbeat since: neither has this
 * server seen it away, nor has it been started anew. Thread-safe.
 */
final class DatabaseSteadiness implements BooleanSupplier {
    private final DataSource database;
    private final Duration wanted;
    private final InstantSource clock;
    private volatile Instant lastAway = Instant.MIN;

    DatabaseSteadiness(DataSource database, Duration wanted, InstantSource clock) {
        this.database = database;
        this.wanted = wanted;
        this.clock = clock;
    }

    /** A statement failed just now because the database was away. */
    void away() {
        lastAway = clock.instant();
    }

    @Override
    public boolean getAsBoolean() {
        if (lastAway.isAfter(clock.instant().minus(wanted))) {
            return false;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT extract(epoch FROM clock_timestamp() - pg_postmaster_start_time())");
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getDouble(1) > wanted.toMillis() / 1000.0;
        } catch (SQLException e) {
            away();
            return false;
        }
    }
}
