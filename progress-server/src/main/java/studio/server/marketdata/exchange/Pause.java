package studio.server.marketdata.exchange;

import java.time.Duration;

/** Waits, and ends the wait when its task is cancelled or lost. */
@FunctionalInterface
public interface Pause {
    /**
     * @throws studio.server.marketdata.TaskLostException when there is nothing to wait for any longer
     */
    void pause(Duration duration);
}
