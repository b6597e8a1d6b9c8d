package studio.engine.indicator;

/**
 * Wilder's directional movement (New Concepts in Technical Trading Systems, 1978) as TA-Lib computes it: smoothed sums start
 * with the first {@code length - 1} moves and take the next one by the smoothing rule. Columns of candles, without missing
 * values; lengths are at least 1.
 */
public final class Directional {
    private Directional() {}

    /** Plus directional indicator, 0..100; 0 where the true range is 0; warm-up {@code length} bars. */
    public static double[] plus(double[] high, double[] low, double[] close, int length) {
        return new Movement(high, low, close, length).indicator(true);
    }

    /** Minus directional indicator, 0..100, in the same way. */
    public static double[] minus(double[] high, double[] low, double[] close, int length) {
        return new Movement(high, low, close, length).indicator(false);
    }

    /**
     * Average directional index, 0..100; a bar without directional movement leaves it as it is; warm-up
     * {@code 2 length - 1} bars.
     */
    public static double[] adx(double[] high, double[] low, double[] close, int length) {
        Stretches.requireLength(length);
        double[] out = Stretches.missing(close.length);
        Movement movement = new Movement(high, low, close, length);
        double sum = 0;
        double adx = Double.NaN;
        int first = 2 * length - 1;
        for (int t = 1; t < close.length; t++) {
            movement.moveTo(t);
            if (t < length) {
                continue;
            }
            double index = movement.index();
            if (t <= first) {
                sum += Double.isNaN(index) ? 0 : index;
                adx = sum / length;
            } else if (!Double.isNaN(index)) {
                adx = (adx * (length - 1) + index) / length;
            }
            if (t >= first) {
                out[t] = adx;
            }
        }
        return out;
    }

    /** The smoothed sums of one run through the bars. */
    private static final class Movement {
        private final double[] high;
        private final double[] low;
        private final double[] close;
        private final int length;
        private double up;
        private double down;
        private double range;

        Movement(double[] high, double[] low, double[] close, int length) {
            Stretches.requireLength(length);
            this.high = high;
            this.low = low;
            this.close = close;
            this.length = length;
        }

        double[] indicator(boolean plus) {
            double[] out = Stretches.missing(close.length);
            for (int t = 1; t < out.length; t++) {
                moveTo(t);
                if (t >= length) {
                    out[t] = range > 0 ? 100 * ((plus ? up : down) / range) : 0;
                }
            }
            return out;
        }

        /** Takes the sums to that bar, one bar further than the last time; the first is bar 1. */
        void moveTo(int t) {
            double rise = high[t] - high[t - 1];
            double fall = low[t - 1] - low[t];
            double plus = rise > 0 && rise > fall ? rise : 0;
            double minus = fall > 0 && fall > rise ? fall : 0;
            double trueRange = Math.max(high[t], close[t - 1]) - Math.min(low[t], close[t - 1]);
            boolean first = t < length;
            up = (first ? up : up - up / length) + plus;
            down = (first ? down : down - down / length) + minus;
            range = (first ? range : range - range / length) + trueRange;
        }

        /** Directional index of the bar; NaN without range or movement. */
        double index() {
            if (!(range > 0)) {
                return Double.NaN;
            }
            double plus = 100 * (up / range);
            double minus = 100 * (down / range);
            return plus + minus > 0 ? 100 * (Math.abs(minus - plus) / (plus + minus)) : Double.NaN;
        }
    }
}
