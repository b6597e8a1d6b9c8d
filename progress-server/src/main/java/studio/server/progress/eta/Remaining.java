package studio.server.progress.eta;

/**
 * What is left of a job, in seconds from the moment of the forecast. Ordered and not negative.
 *
 * @param low the true figure should be below it 1 time in 10
 * @param high the true figure should be above it 1 time in 10
 * @param spread the standard deviation of the logarithm of the true figure, before it was calibrated
 */
public record Remaining(double low, double expected, double high, double spread) {
    public Remaining {
        if (!(low >= 0 && low <= expected && expected <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("remaining " + low + ".." + expected + ".." + high + " is no interval");
        }
    }
}
