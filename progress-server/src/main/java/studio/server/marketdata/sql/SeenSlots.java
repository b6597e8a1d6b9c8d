package studio.server.marketdata.sql;

import java.util.HashMap;
import java.util.Map;
import studio.model.market.Timeframe;

/**
 * Which times of a timeframe's grid have come, in a bit each: all one-minute candles of two centuries take 15 MB. Not
 * thread-safe.
 */
public final class SeenSlots {
    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;

    private final long step;
    private final Map<Long, long[]> pages = new HashMap<>();
    private long lastPage = Long.MIN_VALUE;
    private long[] last = new long[0];
    private long count;

    private SeenSlots(long step) {
        this.step = step;
    }

    /** For candles of that length. Summer time brings those of some hours or a day an hour nearer together, no more. */
    public static SeenSlots of(Timeframe timeframe) {
        return new SeenSlots(Math.min(timeframe.millis(), Timeframe.H1.millis()));
    }

    /**
     * Notes a time.
     *
     * @return false when it had come before
     */
    public boolean add(long time) {
        long slot = Math.floorDiv(time, step);
        long page = slot >> PAGE_BITS;
        if (page != lastPage) {
            lastPage = page;
            last = pages.computeIfAbsent(page, p -> new long[PAGE / Long.SIZE]);
        }
        int bit = (int) (slot & (PAGE - 1));
        long mask = 1L << (bit & 63);
        if ((last[bit >> 6] & mask) == 0) {
            last[bit >> 6] |= mask;
            count++;
            return true;
        }
        return false;
    }

    /** Different times that have come. */
    public long count() {
        return count;
    }
}
