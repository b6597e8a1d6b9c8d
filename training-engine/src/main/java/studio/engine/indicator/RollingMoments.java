package studio.engine.indicator;

/**
 * Mean and standard deviation of the last bars, each bar in constant time on average.
 *
 * <p>Sums are kept of distances from a value of the window itself and are made anew once per period. So rounding errors
 * do not pile up over a long series, and the mean of equal values is exactly that value: averages of different lengths
 * do not cross by noise in a market that stands still.
 */
final class RollingMoments {
    private final double[] values;
    private final int period;
    private double reference;
    private double sum;
    private double squares;

    RollingMoments(double[] values, int period) {
        this.values = values;
        this.period = period;
    }

    /** NaN for the first {@code period - 1} bars. */
    double[] means() {
        double[] out = new double[values.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = moveTo(t) ? reference + sum / period : Double.NaN;
        }
        return out;
    }

    /** Of the whole window (divided by the period, not by one less); NaN for the first {@code period - 1} bars. */
    double[] deviations() {
        double[] out = new double[values.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = moveTo(t) ? Math.sqrt(Math.max(0, squares - sum * sum / period) / period) : Double.NaN;
        }
        return out;
    }

    /** Takes the window to that bar, one bar further than last time; false while it is not full. */
    private boolean moveTo(int t) {
        if (t < period - 1) {
            return false;
        }
        if ((t + 1) % period == 0) {
            anew(t);
            return true;
        }
        double in = values[t] - reference;
        double out = values[t - period] - reference;
        sum += in - out;
        squares += in * in - out * out;
        return true;
    }

    private void anew(int t) {
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
