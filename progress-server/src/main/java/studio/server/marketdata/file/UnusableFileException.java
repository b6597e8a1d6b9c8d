package studio.server.marketdata.file;

import java.io.IOException;

/** A file that holds no candles in a form we know, or ends too early; the message is a sentence for a person. */
public final class UnusableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message a sentence for a person
     */
    public UnusableFileException(String message) {
        super(message);
    }

    UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
