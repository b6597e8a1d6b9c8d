package studio.server.progress;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it is stored, or until there is no time left. */
final class Retry {
    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

    private Retry() {}

    /**
     * Gives what {@code store} gives.
     *
     * @throws StoreUnavailableException of the last try, when there is no more patience
     */
    static boolean until(BooleanSupplier store, Patience patience, String what) {
        for (int tries = 1; ; tries++) {
            try {
                return store.getAsBoolean();
            } catch (StoreUnavailableException e) {
                LOG.warn("{} waits for the database (try {})", what, tries, e);
                if (!patience.pause(tries)) {
                    throw e;
                }
            }
        }
    }
}
