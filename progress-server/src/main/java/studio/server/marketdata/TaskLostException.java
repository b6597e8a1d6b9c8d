package studio.server.marketdata;

/** A task was cancelled, or belongs to another worker by now: whoever works on it stops. */
public final class TaskLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean cancelled;

    public TaskLostException(String taskId, boolean cancelled) {
        super("task " + taskId + (cancelled ? " was cancelled" : " is another worker's"), null, false, false);
        this.cancelled = cancelled;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
