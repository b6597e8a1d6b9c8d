package studio.engine.indicator;

/**
 * Mean and standard deviation of the last bars, each bar in constant time on average.
 *
 * <p>Sums are kept of distances from a value of the window itself and are computed again once per period. So rounding errors
 * do not pile up over a long series, and the mean of equal values is exactly that value: averages of different lengths
 * do not cross by noise in a market that stands still.
 */
final class RollingMoments {
    private final double[] values;
    private final int period;
    private final int from;
    private final int to;
    private double reference;
    private double sum;
    private double squares;

    RollingMoments(double[] values, int period) {
        this(values, period, 0, values.length);
    }

    /** Over a stretch of the values alone. */
    RollingMoments(double[] values, int period, int from, int to) {
        this.values = values;
        this.period = period;
        this.from = from;
        this.to = to;
    }

    /** NaN for the first {@code period - 1} bars. */
    double[] means() {
        double[] out = new double[values.length];
        means(out);
        return out;
    }

    /** Of the whole window (divided by the period, not by one less); NaN for the first {@code period - 1} bars. */
    double[] deviations() {
        double[] out = new double[values.length];
        for (int t = from; t < to; t++) {
            out[t] = moveTo(t) ? Math.sqrt(variance()) : Double.NaN;
        }
        return out;
    }

    /** Writes the means of the stretch; NaN for its first {@code period - 1} bars. */
    void means(double[] out) {
        for (int t = from; t < to; t++) {
            out[t] = moveTo(t) ? reference + sum / period : Double.NaN;
        }
    }

    /** Writes the variances of the stretch in the same way. */
    void variances(double[] out) {
        for (int t = from; t < to; t++) {
            out[t] = moveTo(t) ? variance() : Double.NaN;
        }
    }

    private double variance() {
        return Math.max(0, squares - sum * sum / period) / period;
    }

    /** Takes the window to that bar, one bar further than last time; false while it is not full. */
    private boolean moveTo(int t) {
        int count = t - from + 1;
        if (count < period) {
            return false;
        }
        if (count % period == 0) {
            again(t);
            return true;
        }
        double in = values[t] - reference;
        double out = values[t - period] - reference;
        sum += in - out;
        squares += in * in - out * out;
        return true;
    }

    private void again(int t) {
        reference = values[t];
        sum = 0;
        squares = 0;
        for (int i = t - period + 1; i <= t; i++) {
            double distance = values[i] - reference;
            sum += distance;
            squares += distance * distance;
        }
    }
}
