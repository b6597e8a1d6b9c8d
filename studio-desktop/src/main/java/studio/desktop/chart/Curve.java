package studio.desktop.chart;

import java.util.List;
import studio.model.result.EquityPoint;

/**
 * One equity as gain over its first value, so that runs with other capital can be laid over each other. Immutable.
 */
public final class Curve {
    private final String name;
    private final long[] times;
    private final double[] percents;

    private Curve(String name, long[] times, double[] percents) {
        this.name = name;
        this.times = times;
        this.percents = percents;
    }

    /** Points in their order; without any, a curve that is not drawn. */
    public static Curve of(String name, List<EquityPoint> points) {
        double first = points.isEmpty() ? 1 : points.get(0).equity();
        return new Curve(
                name,
                points.stream().mapToLong(p -> p.time().toEpochMilli()).toArray(),
                points.stream().mapToDouble(p -> (p.equity() / first - 1) * 100).toArray());
    }

    public String name() {
        return name;
    }

    public int size() {
        return times.length;
    }

    long time(int index) {
        return times[index];
    }

    /** Percent above the first value. */
    public double percent(int index) {
        return percents[index];
    }

    /** The percent at the last point not after that time; NaN before the first and after the last. */
    double at(double time) {
        if (times.length == 0 || time < times[0] || time > times[times.length - 1]) {
            return Double.NaN;
        }
        int place = java.util.Arrays.binarySearch(times, (long) time);
        return percents[place >= 0 ? place : -place - 2];
    }
}
