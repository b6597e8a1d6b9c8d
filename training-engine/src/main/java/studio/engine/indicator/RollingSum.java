package studio.engine.indicator;

/**
 * The sum of the last values of a stretch, each bar in constant time on average. What addition loses is kept beside the sum
 * (Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54, 1974), and the sum is computed again once per length, so
 * that a spike leaves no trace after it has left the window.
 */
final class RollingSum {
    private final int length;
    private double sum;
    private double lost;
    private int count;

    RollingSum(int length) {
        this.length = length;
    }

    /** Begins a new stretch. */
    void clear() {
        sum = 0;
        lost = 0;
        count = 0;
    }

    /**
     * Takes the next value of the stretch.
     *
     * @param values the column
     * @param t its bar, one further than the last time
     * @return whether the window is full
     */
    boolean add(double[] values, int t) {
        count++;
        if (count >= length && count % length == 0) {
            sum = 0;
            lost = 0;
            for (int i = t - length + 1; i <= t; i++) {
                plus(values[i]);
            }
            return true;
        }
        plus(values[t]);
        if (count > length) {
            plus(-values[t - length]);
        }
        return count >= length;
    }

    double sum() {
        return sum + lost;
    }

    private void plus(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }
}
