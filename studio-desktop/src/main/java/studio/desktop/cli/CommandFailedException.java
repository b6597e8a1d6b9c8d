package studio.desktop.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot go on; the message is a sentence for the person at the terminal. */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
