package studio.engine.indicator;

/**
 * Sums, squares and products of two columns over the last bars of a stretch, of distances from values of the window and
 * computed again once per length, as in {@link RollingMoments}.
 */
final class RollingProducts {
    private final double[] x;
    private final double[] y;
    private final int length;
    private final int from;
    private double referenceX;
    private double referenceY;
    private double sumX;
    private double sumY;
    private double squaresX;
    private double squaresY;
    private double products;
    /** How many values in a row have been the same, up to this bar. */
    private int sameX;

    private int sameY;

    RollingProducts(double[] x, double[] y, int length, int from) {
        this.x = x;
        this.y = y;
        this.length = length;
        this.from = from;
    }

    /** Takes the window to that bar, one bar further than the last time; false while it is not full. */
    boolean moveTo(int t) {
        int count = t - from + 1;
        sameX = count > 1 && x[t] == x[t - 1] ? sameX + 1 : 1;
        sameY = count > 1 && y[t] == y[t - 1] ? sameY + 1 : 1;
        if (count < length) {
            return false;
        }
        if (count % length == 0) {
            again(t);
            return true;
        }
        add(x[t] - referenceX, y[t] - referenceY, 1);
        add(x[t - length] - referenceX, y[t - length] - referenceY, -1);
        return true;
    }

    private void again(int t) {
        referenceX = x[t];
        referenceY = y[t];
        sumX = 0;
        sumY = 0;
        squaresX = 0;
        squaresY = 0;
        products = 0;
        for (int i = t - length + 1; i <= t; i++) {
            add(x[i] - referenceX, y[i] - referenceY, 1);
        }
    }

    private void add(double dx, double dy, int sign) {
        sumX += sign * dx;
        sumY += sign * dy;
        squaresX += sign * dx * dx;
        squaresY += sign * dy * dy;
        products += sign * dx * dy;
    }

    /** NaN while either window stands still. */
    double correlation() {
        double spreadX = squaresX - sumX * sumX / length;
        double spreadY = squaresY - sumY * sumY / length;
        if (sameX >= length || sameY >= length || !(spreadX > 0) || !(spreadY > 0)) {
            return Double.NaN;
        }
        double r = (products - sumX * sumY / length) / (Math.sqrt(spreadX) * Math.sqrt(spreadY));
        return Math.max(-1, Math.min(1, r));
    }
}
