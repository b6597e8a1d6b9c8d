package studio.server.shared.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time as the database has it: servers whose own clocks differ still agree on what is due and whose heartbeat is late.
 * Between two looks at the database the own clock goes on. Thread-safe.
 */
public final class DatabaseClock implements InstantSource {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    /** Less is as likely the way to the database and back as a wrong clock. */
    private static final Duration SMALLEST = Duration.ofMillis(200);

    private final DataSource database;
    private final InstantSource own;
    private volatile Duration ahead = Duration.ZERO;

    /**
     * @param own the clock of this machine
     */
    public DatabaseClock(DataSource database, InstantSource own) {
        this.database = database;
        this.own = own;
    }

    /** Compares the clocks; an unreachable database changes nothing. To be called about once a minute. */
    public void compare() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT clock_timestamp()")) {
            Instant before = own.instant();
            try (ResultSet row = query.executeQuery()) {
                Instant after = own.instant();
                if (row.next()) {
                    Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
                    set(Duration.between(
                            before.plus(Duration.between(before, after).dividedBy(2)), there));
                }
            }
        } catch (SQLException e) {
            LOG.debug("the database's clock cannot be read now", e);
        }
    }

    private void set(Duration found) {
        Duration next = found.abs().compareTo(SMALLEST) < 0 ? Duration.ZERO : found;
        if (next.minus(ahead).abs().compareTo(SMALLEST) >= 0) {
            if (!next.isZero()) {
                LOG.warn("this machine's clock differs from the database's by {}; the database's is used", next);
            }
            ahead = next;
        }
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead);
    }
}
