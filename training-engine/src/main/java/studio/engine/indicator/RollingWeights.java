package studio.engine.indicator;

/**
 * Plain and weighted sum of the last values of a stretch, each bar in constant time on average. The weights are 1 for the
 * oldest value to {@code length} for the newest. Sums are of distances from a value of the window, computed again once per
 * length, as in {@link RollingMoments}.
 */
final class RollingWeights {
    private final double[] values;
    private final int length;
    private final int from;
    private double reference;
    private double sum;
    private double weighted;

    RollingWeights(double[] values, int length, int from) {
        this.values = values;
        this.length = length;
        this.from = from;
    }

    /** Takes the window to that bar, one bar further than the last time; false while it is not full. */
    boolean moveTo(int t) {
        int count = t - from + 1;
        if (count < length) {
            return false;
        }
        if (count % length == 0) {
            again(t);
            return true;
        }
        double in = values[t] - reference;
        weighted += length * in - sum;
        sum += in - (values[t - length] - reference);
        return true;
    }

    private void again(int t) {
        reference = values[t];
        sum = 0;
        weighted = 0;
        for (int i = 1; i <= length; i++) {
            double distance = values[t - length + i] - reference;
            sum += distance;
            weighted += i * distance;
        }
    }

    /** What the distances are measured from. */
    double reference() {
        return reference;
    }

    /** Sum of the distances. */
    double sum() {
        return sum;
    }

    /** Sum of weight × distance. */
    double weighted() {
        return weighted;
    }
}
