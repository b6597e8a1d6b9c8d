package studio.engine.market;

/** How far prices usually jump while the market is closed: overnight, over weekends and holidays. Not thread-safe. */
final class ClosedJumps {
    private static final int WARM_UP = 10;
    private static final double WEIGHT = 2.0 / 101;
    /** As long as little is known of a series: shares seldom jump by a quarter, which is 20 times that. */
    private static final double BEFORE_WARM_UP = 0.0125;

    private long count;
    private double average;

    /** The average jump as a fraction of the price. */
    double usual() {
        return count < WARM_UP ? BEFORE_WARM_UP : average;
    }

    /** Takes in a jump; whether it is more than so many times as far as those before it and as the candles' usual range. */
    boolean isFar(double jump, double times, double averageRange) {
        if (!(jump < Double.POSITIVE_INFINITY)) {
            return false;
        }
        double farthest = times * Math.max(averageRange, usual());
        boolean far = jump > farthest;
        count++;
        average += (Math.min(jump, farthest) - average) * Math.max(WEIGHT, 1.0 / count);
        return far;
    }
}
