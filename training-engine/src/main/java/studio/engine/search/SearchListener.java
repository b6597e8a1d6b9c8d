package studio.engine.search;

/** Hears of a search as it goes on; calls come from many threads and must return at once. */
public interface SearchListener {
    SearchListener NONE = trial -> {};

    /** A trial has ended; in order of ending, not of number. Not called for trials known beforehand. */
    void onTrial(Trial trial);

    /** The optimizer's own work (model fit and proposal) before the next batch took so long. */
    default void onProposal(int batchSize, long durationNanos) {}
}
