package studio.engine.market;

/**
 * Counts jumps from a close to the next open that look like a split: to a simple fraction of the price, or a multiple where
 * shares were merged, far beyond what the series usually jumps, and not taken back by this candle or the one after. Not thread-safe.
 */
final class SuspectedSplits {
    /** New shares for old ones, as splits are made. */
    private static final double[] RATIOS = {
        1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 150, 200, 250, 500, 1000
    };
    /** The market moves overnight besides. */
    private static final double TOLERANCE = 0.05;

    private static final double TIMES_USUAL = 8;
    /** What moves less has stayed, or returned, where it was. */
    private static final double NEAR = 0.2;

    private double pending;
    private long count;

    /**
     * The jump before a candle.
     *
     * @param ratio open by the close before
     * @param change close by open of the candle
     * @param usual jump or range, as a fraction
     * @param known whether enough has been seen for that
     */
    void jump(double ratio, double change, double usual, boolean known) {
        boolean returned = pending > 0 && isNear(ratio * pending);
        count += pending > 0 && !returned ? 1 : 0;
        pending = known && !returned && isNear(change) && Math.abs(ratio - 1) > TIMES_USUAL * usual && isSimple(ratio)
                ? ratio
                : 0;
    }

    private static boolean isNear(double ratio) {
        return Math.abs(ratio - 1) <= NEAR;
    }

    private static boolean isSimple(double ratio) {
        double shares = ratio < 1 ? 1 / ratio : ratio;
        for (double simple : RATIOS) {
            if (Math.abs(shares / simple - 1) <= TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    /** Splits suspected so far. */
    long count() {
        return count;
    }
}
