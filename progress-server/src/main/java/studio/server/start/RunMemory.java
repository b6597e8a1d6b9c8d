package studio.server.start;

import studio.engine.indicator.IndicatorCache;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.run.RunCost;
import studio.engine.strategy.Strategy;

/** What a run would hold in memory, in bytes; roughly, and before it runs. */
final class RunMemory {
    /** Time, prices and volume. */
    private static final long BYTES_PER_CANDLE = 6 * Double.BYTES;

    /** Parameters, metrics and bookkeeping of one trial, measured roughly. */
    private static final long BYTES_PER_TRIAL = 1_000;

    private RunMemory() {}

    /**
     * Candles, indicators and trials. A text says which columns it needs; of those that all trials share as many are kept as
     * fit the cache. A class does not say it: about as many columns as a candle has are assumed.
     *
     * @param threads that run trials beside one another, at least 1
     */
    static long bytes(Strategy strategy, int candles, long trials, int threads) {
        long columns = BYTES_PER_CANDLE * candles;
        if (strategy instanceof WrittenStrategy written) {
            RunCost cost = written.cost();
            columns = (long) Math.min(cost.sharedBytes(candles), IndicatorCache.mostBytes())
                    + threads * cost.bytesPerTrial(candles);
        }
        return BYTES_PER_CANDLE * candles + columns + BYTES_PER_TRIAL * trials;
    }
}
