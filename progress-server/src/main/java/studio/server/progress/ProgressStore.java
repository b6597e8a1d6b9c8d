package studio.server.progress;

/** Where a tracker leaves its rows. Both methods throw {@link StoreUnavailableException} when trying again may help. */
public interface ProgressStore {
    /** Stores a row; false when the job belongs to another worker by now. */
    boolean save(ProgressState state);

    /**
     * Stores the last row together with all that must be committed with it; false when the job belongs to another
     * worker by now. Storing the same ending twice must be harmless.
     */
    boolean end(ProgressState state, Ending ending);

    /** How a job ends. */
    enum Ending {
        COMPLETED,
        FAILED,
        CANCELLED
    }
}
