package studio.desktop.chart;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import studio.model.result.EquityPoint;

/** Equity over time as the chart needs it; at least two points make a picture. Immutable. */
public final class EquitySeries {
    private final long[] times;
    private final double[] equity;
    private final double[] drawdowns;

    private EquitySeries(long[] times, double[] equity, double[] drawdowns) {
        this.times = times;
        this.equity = equity;
        this.drawdowns = drawdowns;
    }

    public static EquitySeries of(List<EquityPoint> points) {
        return new EquitySeries(
                points.stream().mapToLong(p -> p.time().toEpochMilli()).toArray(),
                points.stream().mapToDouble(EquityPoint::equity).toArray(),
                points.stream().mapToDouble(EquityPoint::drawdownPct).toArray());
    }

    int size() {
        return times.length;
    }

    boolean isDrawable() {
        return times.length > 1;
    }

    long millis(int index) {
        return times[index];
    }

    Instant time(int index) {
        return Instant.ofEpochMilli(times[index]);
    }

    double equity(int index) {
        return equity[index];
    }

    double drawdown(int index) {
        return drawdowns[index];
    }

    /** The place of the deepest drawdown; empty when equity never fell. */
    OptionalInt deepest() {
        int deepest = -1;
        for (int i = 0; i < drawdowns.length; i++) {
            if (drawdowns[i] > 0 && (deepest < 0 || drawdowns[i] > drawdowns[deepest])) {
                deepest = i;
            }
        }
        return deepest < 0 ? OptionalInt.empty() : OptionalInt.of(deepest);
    }

    Scale range(double pixelAtMin, double pixelAtMax) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double e : equity) {
            low = Math.min(low, e);
            high = Math.max(high, e);
        }
        double margin = (high - low) * 0.06;
        return new Scale(low - margin, high + margin, pixelAtMin, pixelAtMax);
    }

    /** The place nearest to that time; only for a drawable series. */
    int nearest(double millis) {
        int at = java.util.Arrays.binarySearch(times, (long) millis);
        if (at >= 0) {
            return at;
        }
        int after = Math.min(times.length - 1, -at - 1);
        int before = Math.max(0, after - 1);
        return millis - times[before] <= times[after] - millis ? before : after;
    }
}
