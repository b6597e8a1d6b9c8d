package studio.server.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a server that nobody has asked anything for a while and that has no open job. Thread-safe. */
public final class IdleWatch {
    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);

    private final Duration patience;
    private final BooleanSupplier working;
    private final Runnable exit;
    private final InstantSource clock;
    private final AtomicReference<Instant> lastAsked;

    /**
     * @param working true while there is an open job
     * @param exit called by {@link #look} once the server has been idle for so long
     */
    public IdleWatch(Duration patience, BooleanSupplier working, Runnable exit, InstantSource clock) {
        this.patience = patience;
        this.working = working;
        this.exit = exit;
        this.clock = clock;
        this.lastAsked = new AtomicReference<>(clock.instant());
    }

    /** Somebody asked something. */
    public void asked() {
        lastAsked.set(clock.instant());
    }

    /** To be called every few seconds. */
    public void look() {
        try {
            if (Duration.between(lastAsked.get(), clock.instant()).compareTo(patience) < 0) {
                return;
            }
            if (working.getAsBoolean()) {
                asked();
            } else {
                LOG.info("nobody has asked anything for {} and no job is open: the server ends", patience);
                exit.run();
            }
        } catch (RuntimeException e) {
            LOG.warn("whether the server is idle cannot be told now", e);
        }
    }
}
