package studio.server.marketdata;

import java.io.IOException;

/** A file that holds no candles in a form we know, or ends too early; the message is a sentence for a person. */
public final class UnusableCsvException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableCsvException(String message) {
        super(message);
    }

    UnusableCsvException(String message, Throwable cause) {
        super(message, cause);
    }
}
