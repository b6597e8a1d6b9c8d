package studio.engine.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import studio.engine.market.Candles;
import studio.model.result.EquityPoint;

/** Equity curves for drawing. */
public final class EquityCurve {
    private EquityCurve() {}

    /**
     * At most {@code maxPoints} points with their drawdown: the first, the last, peak and trough of the
     * maximum drawdown, and of each equal stretch of bars the lowest and the highest equity.
     *
     * @param fromBar the bar of {@code equity[0]}
     * @param maxPoints at least 4
     * @throws IllegalArgumentException when {@code maxPoints} is below 4
     */
    public static List<EquityPoint> thinned(Candles candles, int fromBar, double[] equity, int maxPoints) {
        if (maxPoints < 4) {
            throw new IllegalArgumentException("maxPoints = " + maxPoints + ", at least 4 is allowed");
        }
        int n = equity.length;
        double[] drawdownPct = drawdowns(equity);
        List<EquityPoint> points = new ArrayList<>(Math.min(n, maxPoints));
        if (n <= maxPoints) {
            for (int i = 0; i < n; i++) {
                points.add(point(candles, fromBar, equity, drawdownPct, i));
            }
            return points;
        }
        BitSet kept = new BitSet(n);
        kept.set(0);
        kept.set(n - 1);
        keepDeepestFall(equity, drawdownPct, kept);
        int stretches = (maxPoints - 4) / 2;
        for (int s = 0; s < stretches; s++) {
            int begin = 1 + (int) ((long) (n - 2) * s / stretches);
            int end = 1 + (int) ((long) (n - 2) * (s + 1) / stretches);
            int low = begin;
            int high = begin;
            for (int i = begin + 1; i < end; i++) {
                low = equity[i] < equity[low] ? i : low;
                high = equity[i] > equity[high] ? i : high;
            }
            kept.set(low);
            kept.set(high);
        }
        kept.stream().forEach(i -> points.add(point(candles, fromBar, equity, drawdownPct, i)));
        return points;
    }

    /** A stretch may hold a lower point before the peak, or a higher one after the trough, than those of the fall. */
    private static void keepDeepestFall(double[] equity, double[] drawdownPct, BitSet kept) {
        int trough = 0;
        for (int i = 1; i < equity.length; i++) {
            trough = drawdownPct[i] > drawdownPct[trough] ? i : trough;
        }
        int peak = 0;
        for (int i = 1; i <= trough; i++) {
            peak = equity[i] >= equity[peak] ? i : peak;
        }
        kept.set(trough);
        kept.set(peak);
    }

    private static double[] drawdowns(double[] equity) {
        double[] pct = new double[equity.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < equity.length; i++) {
            peak = Math.max(peak, equity[i]);
            pct[i] = peak > 0 ? 100 * (1 - equity[i] / peak) : 0;
        }
        return pct;
    }

    private static EquityPoint point(Candles candles, int fromBar, double[] equity, double[] drawdownPct, int i) {
        long close = candles.closeTime(fromBar + i);
        return new EquityPoint(Instant.ofEpochMilli(close), equity[i], drawdownPct[i]);
    }
}
