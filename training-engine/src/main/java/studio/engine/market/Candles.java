package studio.engine.market;

import studio.model.market.Timeframe;

/**
 * A candle series as columns of primitives, oldest first. The arrays are shared, not copied: nobody may write to them.
 *
 * @param timeframe nominal distance of neighbouring candles; gaps are allowed
 * @param time open times, epoch milliseconds UTC, strictly ascending
 * @param volume in base units, 0 or more
 */
public record Candles(
        Timeframe timeframe, long[] time, double[] open, double[] high, double[] low, double[] close, double[] volume) {

    /**
     * @throws IllegalArgumentException when columns differ in length or times do not ascend
     */
    public Candles {
        int n = time.length;
        if (open.length != n || high.length != n || low.length != n || close.length != n || volume.length != n) {
            throw new IllegalArgumentException("columns differ in length: time has " + n + " candles");
        }
        for (int i = 1; i < n; i++) {
            if (time[i] <= time[i - 1]) {
                throw new IllegalArgumentException("time[" + i + "] = " + time[i] + " does not ascend");
            }
        }
    }

    /** Number of candles. */
    public int size() {
        return time.length;
    }
}
