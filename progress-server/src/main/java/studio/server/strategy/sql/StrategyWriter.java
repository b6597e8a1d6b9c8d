package studio.server.strategy.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.StrategyOrigin;
import studio.model.strategy.StrategyVersion;
import studio.server.shared.json.JsonText;
import studio.server.strategy.NewVersion;
import studio.server.strategy.RemovalOutcome;
import studio.server.strategy.SaveOutcome;
import studio.server.strategy.StrategyNames;

/** Written strategies as they are saved, put aside and removed. Thread-safe, on any number of servers. */
public final class StrategyWriter {
    /** A script that runs away must not fill the database, nor the list that every form reads. */
    private static final int MOST_STRATEGIES = 2_000;

    private static final int MOST_VERSIONS = 10_000;
    private static final int NAMED_JOBS = 3;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Jdbi jdbi;

    public StrategyWriter(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Which identifiers a new strategy must not take, because built-in strategies and plug-ins have them. */
    public interface Reserved {
        boolean isTaken(String name);
    }

    /** Stores version 1 under an identifier made from the title. */
    public SaveOutcome create(NewVersion text, @Nullable StrategyOrigin origin, Reserved reserved, Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<SaveOutcome> taken = taken(handle, text.title(), "");
            if (taken.isPresent()) {
                return taken.get();
            }
            if (count(handle, "SELECT count(*) FROM written_strategies", "") >= MOST_STRATEGIES) {
                return new SaveOutcome.TooMany(
                        MOST_STRATEGIES + " written strategies are kept already; delete some that no training uses.");
            }
            for (int number = 1; number <= MOST_STRATEGIES + 1; number++) {
                String name = StrategyNames.identifier(text.title(), number);
                if (!reserved.isTaken(name) && insert(handle, name, text.title(), origin, now)) {
                    return new SaveOutcome.Saved(insert(handle, name, 1, text, now));
                }
                // Nothing was inserted: somebody else has the name, or was faster with the title.
                Optional<SaveOutcome> meanwhile = taken(handle, text.title(), "");
                if (meanwhile.isPresent()) {
                    return meanwhile.get();
                }
            }
            throw new IllegalStateException("no identifier is free for the title " + text.title());
        });
    }

    /**
     * Stores the next version, if the newest one is the one that was edited.
     *
     * @param basedOn the version that was edited
     */
    public SaveOutcome save(String name, NewVersion text, int basedOn, Instant now) {
        try {
            return jdbi.inTransaction(handle -> saveNext(handle, name, text, basedOn, now));
        } catch (UnableToExecuteStatementException e) {
            if (isUniqueViolation(e)) {
                Optional<SaveOutcome> taken = jdbi.withHandle(handle -> taken(handle, text.title(), name));
                if (taken.isPresent()) {
                    return taken.get();
                }
            }
            throw e;
        }
    }

    private static SaveOutcome saveNext(Handle handle, String name, NewVersion text, int basedOn, Instant now) {
        if (!lock(handle, name)) {
            return new SaveOutcome.NotFound();
        }
        StrategyVersion newest = newest(handle, name);
        if (newest.hash().equals(text.hash())) {
            return new SaveOutcome.Saved(newest);
        }
        if (newest.version() != basedOn) {
            return new SaveOutcome.Stale(newest.version(), newest.author(), newest.savedAt());
        }
        if (newest.version() >= MOST_VERSIONS) {
            return new SaveOutcome.TooMany(
                    name + " has " + MOST_VERSIONS + " versions, the most that are kept; go on with a copy.");
        }
        Optional<SaveOutcome> taken = taken(handle, text.title(), name);
        if (taken.isPresent()) {
            return taken.get();
        }
        handle.createUpdate("UPDATE written_strategies SET title_key = :key WHERE name = :name")
                .bind("key", StrategyNames.key(text.title()))
                .bind("name", name)
                .execute();
        return new SaveOutcome.Saved(insert(handle, name, newest.version() + 1, text, now));
    }

    /** Whether another strategy has that title, or an identifier that reads like it. */
    private static Optional<SaveOutcome> taken(Handle handle, String title, String except) {
        return handle.createQuery("""
                        SELECT name, archived FROM written_strategies
                        WHERE (title_key = :key OR lower(name) = :key) AND name <> :except
                        ORDER BY name LIMIT 1
                        """)
                .bind("key", StrategyNames.key(title))
                .bind("except", except)
                .map((row, context) -> (SaveOutcome)
                        new SaveOutcome.TitleTaken(title, row.getString("name"), row.getBoolean("archived")))
                .findOne();
    }

    private static boolean insert(
            Handle handle, String name, String title, @Nullable StrategyOrigin origin, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO written_strategies (name, title_key, family, copied_from, copied_version, created_at)
                        VALUES (:name, :key, coalesce(strategy_family(:from), :name), :from, :fromVersion, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("name", name)
                        .bind("key", StrategyNames.key(title))
                        .bind("from", origin == null ? null : origin.name())
                        .bind("fromVersion", origin == null ? null : origin.version())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static StrategyVersion insert(Handle handle, String name, int version, NewVersion text, Instant now) {
        handle.createUpdate("""
                        INSERT INTO strategy_versions (name, version, version_id, title, description, text, hash, author,
                            note, min_candles, parameters, saved_at)
                        VALUES (:name, :version, :id, :title, :description, :text, :hash, :author, :note, :minCandles,
                            :parameters::json, :now)
                        """)
                .bind("name", name)
                .bind("version", version)
                .bind("id", text.id())
                .bind("title", text.title())
                .bind("description", text.description())
                .bind("text", text.text())
                .bind("hash", text.hash())
                .bind("author", text.author())
                .bind("note", text.note())
                .bind("minCandles", text.minCandles())
                .bind("parameters", JsonText.write(text.parameters()))
                .bind("now", now)
                .execute();
        return newest(handle, name);
    }

    private static StrategyVersion newest(Handle handle, String name) {
        return handle.createQuery("SELECT " + StrategyRow.VERSION
                        + "FROM strategy_versions v WHERE v.name = :name ORDER BY v.version DESC LIMIT 1")
                .bind("name", name)
                .map((row, context) -> StrategyRow.version(row))
                .one();
    }

    /** Takes a strategy out of lists and forms, or puts it back; false when there is none of that name. */
    public boolean archive(String name, boolean archived) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("UPDATE written_strategies SET archived = :archived WHERE name = :name")
                                .bind("archived", archived)
                                .bind("name", name)
                                .execute()
                        == 1);
    }

    /** Removes a strategy with its versions, if no training refers to any. Its trials stay counted. */
    public RemovalOutcome remove(String name) {
        return jdbi.inTransaction(handle -> {
            if (!lock(handle, name)) {
                return new RemovalOutcome.NotFound();
            }
            // A job that is stored now waits for these rows, and finds them gone.
            handle.createQuery("SELECT version FROM strategy_versions WHERE name = :name FOR UPDATE")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .list();
            String jobs = " FROM training_jobs WHERE strategy = :name AND strategy_version IS NOT NULL";
            long trainings = count(handle, "SELECT count(*)" + jobs, name);
            if (trainings > 0) {
                List<String> named = handle.createQuery(
                                "SELECT job_id" + jobs + " ORDER BY created_at DESC, job_id LIMIT " + NAMED_JOBS)
                        .bind("name", name)
                        .mapTo(String.class)
                        .list();
                return new RemovalOutcome.InUse(named, trainings);
            }
            handle.createUpdate("DELETE FROM written_strategies WHERE name = :name")
                    .bind("name", name)
                    .execute();
            return new RemovalOutcome.Removed();
        });
    }

    private static boolean lock(Handle handle, String name) {
        return handle.createQuery("SELECT name FROM written_strategies WHERE name = :name FOR UPDATE")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    private static long count(Handle handle, String query, String name) {
        var counting = handle.createQuery(query);
        return (name.isEmpty() ? counting : counting.bind("name", name))
                .mapTo(Long.class)
                .one();
    }

    private static boolean isUniqueViolation(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState());
    }
}
