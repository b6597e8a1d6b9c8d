package studio.engine.market;

import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/**
 * A candle series as columns of primitives, oldest first. The arrays are shared, not copied: nobody may write to them.
 *
 * @param clock when its candles open, and the days that they belong to; gaps are allowed
 * @param time open times, epoch milliseconds UTC, strictly ascending
 * @param volume in base units, 0 or more
 */
public record Candles(
        SeriesClock clock, long[] time, double[] open, double[] high, double[] low, double[] close, double[] volume) {

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

    /** Candles that open at multiples of the timeframe since midnight UTC, on every day. */
    public Candles(
            Timeframe timeframe,
            long[] time,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        this(SeriesClock.utc(timeframe), time, open, high, low, close, volume);
    }

    /** Nominal distance of neighbouring candles. */
    public Timeframe timeframe() {
        return clock.timeframe();
    }

    /** The end of a bar's candle, exclusive, epoch milliseconds: the open of the one that should follow. */
    public long closeTime(int bar) {
        return clock.next(time[bar]);
    }

    /** The same candles by another clock. */
    public Candles by(SeriesClock other) {
        return new Candles(other, time, open, high, low, close, volume);
    }

    /** Number of candles. */
    public int size() {
        return time.length;
    }
}
