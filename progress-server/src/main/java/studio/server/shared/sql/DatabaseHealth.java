package studio.server.shared.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers, and still has the tables that this server brought it to: a newer server may have changed
 * them since, or somebody may have restored a backup of an older one. The database is asked once a second at most, however
 * many want to know. Thread-safe.
 */
public final class DatabaseHealth {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Database database;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Seen seen;

    public DatabaseHealth(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Seen(
            Instant at, @Nullable String away, @Nullable String changed) {}

    /** @throws IllegalStateException when the database does not answer */
    public void requireReachable() {
        require(look().away());
    }

    /**
     * @throws IllegalStateException when the database has migrations that this server does not know or lacks some that it
     *     needs, with their names; also while it does not answer, since nobody can tell then
     */
    public void requireMigrated() {
        Seen now = look();
        require(now.away());
        require(now.changed());
    }

    private static void require(@Nullable String complaint) {
        if (complaint != null) {
            throw new IllegalStateException(complaint);
        }
    }

    /** While one asks, which takes long when the database is away, the others are told what was seen last. */
    private Seen look() {
        Seen last = seen;
        if (last != null && (isFresh(last) || !asking.tryLock())) {
            return last;
        }
        if (last == null) {
            asking.lock();
        }
        try {
            Seen meanwhile = seen;
            if (meanwhile == null || !isFresh(meanwhile)) {
                meanwhile = ask();
                seen = meanwhile;
            }
            return meanwhile;
        } finally {
            asking.unlock();
        }
    }

    private boolean isFresh(Seen last) {
        Instant now = clock.instant();
        return !now.isBefore(last.at()) && now.isBefore(last.at().plus(FRESH));
    }

    /** Stamped when it ends: a database that is away takes its time to say so. */
    private Seen ask() {
        if (!database.isReachable(PATIENCE)) {
            return new Seen(clock.instant(), "the database does not answer", null);
        }
        try {
            String changed = complaint(database.appliedMigrations(PATIENCE));
            return new Seen(clock.instant(), null, changed);
        } catch (DatabaseException e) {
            return new Seen(clock.instant(), null, e.getMessage());
        }
    }

    private @Nullable String complaint(Set<String> applied) {
        Set<String> unknown = new TreeSet<>(applied);
        unknown.removeAll(database.migrations());
        Set<String> missing = new TreeSet<>(database.migrations());
        missing.removeAll(applied);
        if (!unknown.isEmpty()) {
            return "a newer version of Strategy Studio has changed the database: this one does not know "
                    + String.join(", ", unknown);
        }
        return missing.isEmpty()
                ? null
                : "the database lacks " + String.join(", ", missing)
                        + ", as one does that was restored from an older backup; a restart of this server adds them";
    }
}
