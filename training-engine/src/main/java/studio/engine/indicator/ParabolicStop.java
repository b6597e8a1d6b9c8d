package studio.engine.indicator;

/** One run of Wilder's parabolic stop and reverse; see {@link Volatility#psar}. */
final class ParabolicStop {
    private final double[] high;
    private final double[] low;
    private final double start;
    private final double step;
    private final double max;

    private boolean isLong;
    private double stop;
    private double extreme;
    private double acceleration;

    ParabolicStop(double[] high, double[] low, double start, double step, double max) {
        this.high = high;
        this.low = low;
        this.start = start;
        this.step = step;
        this.max = max;
    }

    double[] values() {
        double[] out = Stretches.missing(high.length);
        if (out.length < 2) {
            return out;
        }
        double fall = low[0] - low[1];
        isLong = !(fall > 0 && fall > high[1] - high[0]);
        stop = isLong ? low[0] : high[0];
        extreme = isLong ? high[1] : low[1];
        acceleration = start;
        for (int t = 1; t < out.length; t++) {
            // The first bar has no bar before it whose extreme may bind the stop: TA-Lib takes the bar itself.
            int before = t == 1 ? 1 : t - 1;
            boolean met = isLong ? low[t] <= stop : high[t] >= stop;
            if (met) {
                turn(t, before);
                out[t] = stop;
            } else {
                out[t] = stop;
                follow(t);
            }
            stop = bounded(stop + acceleration * (extreme - stop), t, before);
        }
        return out;
    }

    private void turn(int t, int before) {
        isLong = !isLong;
        stop = bounded(extreme, t, before);
        acceleration = start;
        extreme = isLong ? high[t] : low[t];
    }

    private void follow(int t) {
        double reached = isLong ? high[t] : low[t];
        if (isLong ? reached > extreme : reached < extreme) {
            extreme = reached;
            acceleration = Math.min(max, acceleration + step);
        }
    }

    /** Never inside the range of this bar and the one before. */
    private double bounded(double price, int t, int before) {
        return isLong
                ? Math.min(price, Math.min(low[before], low[t]))
                : Math.max(price, Math.max(high[before], high[t]));
    }
}
