package studio.desktop.client;

/** No answer came: the server is away, or the connection broke. Trying again later may help. */
public final class ServerUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServerUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
