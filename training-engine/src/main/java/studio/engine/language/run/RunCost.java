package studio.engine.language.run;

/**
 * What a written strategy takes, known before it runs.
 *
 * @param operationsPerBar operations that a trial does for each bar, at most
 * @param trialColumns columns that each trial computes for itself and forgets, of its own series and of longer ones
 * @param sharedColumns columns that all trials of a search over the inputs' whole ranges share, at most; the cache keeps as many
 *     of them as fit its share of the memory
 */
public record RunCost(int operationsPerBar, int trialColumns, long sharedColumns) {
    private static final long BYTES = Double.BYTES;

    /**
     * Bytes that one trial needs for columns of its own.
     *
     * @param candles 0 or more
     */
    public long bytesPerTrial(int candles) {
        return BYTES * candles * trialColumns;
    }

    /**
     * Bytes of all columns that trials share, at most.
     *
     * @param candles 0 or more
     */
    public double sharedBytes(int candles) {
        return (double) BYTES * candles * sharedColumns;
    }
}
