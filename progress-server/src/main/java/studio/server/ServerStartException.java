package studio.server;

import org.jspecify.annotations.Nullable;

/** The server cannot start; the message is a sentence for the person who started it. */
public class ServerStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
