package studio.server.embedded;

/** The embedded database cannot start or stop; the message says why and what to do, in sentences for a person. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What everybody can do instead. */
    static final String WAY_OUT = " Or give the URL of another PostgreSQL with --db (or STUDIO_DB).";

    public EmbeddedPostgresException(String message) {
        super(message);
    }

    public EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
