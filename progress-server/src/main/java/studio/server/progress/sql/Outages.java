package studio.server.progress.sql;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.function.Supplier;
import studio.server.progress.StoreUnavailableException;

/** Tells a database that is away from a statement that is wrong: only the first is worth another try. */
public final class Outages {
    private Outages() {}

    /** Runs the statement; throws {@link StoreUnavailableException} when trying again may help. */
    public static <T> T translate(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (RuntimeException e) {
            if (isOutage(e)) {
                throw new StoreUnavailableException("the database does not answer: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** True for broken connections, servers that start or stop, exhausted resources and lost races of locks. */
    public static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null && isPassing(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.startsWith("40");
    }
}
