package studio.engine.indicator;

/** Sums of a column from its start, so that the sum of any stretch is one subtraction. */
public final class RunningSums {
    private RunningSums() {}

    /**
     * The sum of all values before each bar; one longer than the column.
     *
     * @param values NaN counts as 0, as in the warm-up of an indicator
     */
    public static double[] of(double[] values) {
        double[] before = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            before[i + 1] = before[i] + (Double.isNaN(values[i]) ? 0 : values[i]);
        }
        return before;
    }
}
