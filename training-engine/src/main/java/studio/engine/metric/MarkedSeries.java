package studio.engine.metric;

import java.util.Arrays;
import studio.engine.market.Candles;
import studio.model.market.SeriesClock;

/**
 * A series with what its runs share when they mark positions to market: where days begin, and running sums of closes.
 * Computed once a series, it saves every run a division and an addition a bar. Immutable.
 */
public final class MarkedSeries {
    static final long DAY_MILLIS = 86_400_000L;

    private final Candles candles;
    private final int[] dayStarts;
    private final double[] closeSums;

    private MarkedSeries(Candles candles, int[] dayStarts, double[] closeSums) {
        this.candles = candles;
        this.dayStarts = dayStarts;
        this.closeSums = closeSums;
    }

    public static MarkedSeries of(Candles candles) {
        int n = candles.size();
        int[] starts = new int[n];
        double[] sums = new double[n + 1];
        int days = 0;
        // Days are far longer than candles: one division a day is enough.
        long nextDay = n == 0 ? 0 : nextDay(candles.clock(), candles.time()[0]);
        for (int t = 0; t < n; t++) {
            if (candles.time()[t] >= nextDay) {
                starts[days++] = t;
                nextDay = nextDay(candles.clock(), candles.time()[t]);
            }
            sums[t + 1] = sums[t] + candles.close()[t];
        }
        return new MarkedSeries(candles, Arrays.copyOf(starts, days), sums);
    }

    private static long nextDay(SeriesClock clock, long time) {
        return clock.dayStart(clock.dayOf(time) + 1);
    }

    public Candles candles() {
        return candles;
    }

    /** The time at which a bar's candle closes, epoch milliseconds. */
    long closeTime(int bar) {
        return candles.closeTime(bar);
    }

    /** Sum of the closes of {@code fromBar..toBar}, the end exclusive. */
    double closeSum(int fromBar, int toBar) {
        return closeSums[toBar] - closeSums[fromBar];
    }

    /** The index of the first day that begins after a bar. */
    int firstDayAfter(int bar) {
        int at = Arrays.binarySearch(dayStarts, bar + 1);
        return at >= 0 ? at : -at - 1;
    }

    /** The first bar of a day; beyond all bars when there is no such day. */
    int dayStart(int day) {
        return day < dayStarts.length ? dayStarts[day] : Integer.MAX_VALUE;
    }
}
