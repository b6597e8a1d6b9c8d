package studio.server.progress;

/** How long to wait before something is tried again. */
@FunctionalInterface
public interface Patience {
    /**
     * Waits a little, longer the more tries have failed.
     *
     * @param failures how many tries have failed, from 1
     * @return false when there is no time left to wait, because the server stops
     */
    boolean pause(int failures);
}
