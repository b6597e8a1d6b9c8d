package studio.server.marketdata.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An exchange did not give what was asked for; the message is a sentence for a person. */
public final class ExchangeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;
    private final transient @Nullable Duration retryAfter;

    private ExchangeException(
            String message, boolean worthRetrying, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
        this.retryAfter = retryAfter;
    }

    /** The same request will fail again. */
    static ExchangeException refused(String message) {
        return new ExchangeException(message, false, null, null);
    }

    /** The same request may succeed later. */
    static ExchangeException passing(String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new ExchangeException(message, true, retryAfter, cause);
    }

    boolean isWorthRetrying() {
        return worthRetrying;
    }

    /** How long the exchange asks to wait; null when it does not say. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
