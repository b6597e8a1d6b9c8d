package studio.server.shared.sql;

/** The database cannot be reached, used or brought up to date; the message is a sentence for a person. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    public DatabaseException(String message) {
        super(message);
    }
}
