package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.strategy.ParameterInfo;

/** Long when the fast average crosses above the slow one, short when it crosses below. */
final class MovingAverageCross implements Strategy {
    private static final int LONGEST_SLOW = 200;

    private static final ParameterInfo FAST =
            Parameters.integer("fast_period", 2, 50, 10, "candles", "Length of the fast average.");
    private static final ParameterInfo SLOW =
            Parameters.integer("slow_period", 10, LONGEST_SLOW, 50, "candles", "Length of the slow average.");
    private static final ParameterInfo KIND = Parameters.category(
            "average", "SMA", "Simple average, or exponential with more weight on late candles.", "SMA", "EMA");

    @Override
    public String name() {
        return "MA_CROSS";
    }

    @Override
    public String title() {
        return "Moving-average cross";
    }

    @Override
    public String description() {
        return "Follows a trend: long when a fast moving average crosses above a slow one, short when it crosses below.";
    }

    @Override
    public List<ParameterInfo> parameters() {
        return List.of(FAST, SLOW, KIND, Parameters.STOP, Parameters.RISK_REWARD, Parameters.MAX_HOLDING);
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return Math.max(parameters.integer(SLOW.name()), IndicatorCache.WILDER_PERIOD);
    }

    @Override
    public int minCandles() {
        return 2 * LONGEST_SLOW;
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        int fast = parameters.integer(FAST.name());
        int slow = parameters.integer(SLOW.name());
        if (fast >= slow) {
            throw new IllegalArgumentException("fast_period " + fast + " must be shorter than slow_period " + slow);
        }
        boolean simple = parameters.text(KIND.name()).equals("SMA");
        return new Cross(
                data,
                parameters,
                simple ? data.sma(fast) : data.ema(fast),
                simple ? data.sma(slow) : data.ema(slow),
                warmUp(parameters));
    }

    private static final class Cross extends SparseSignals {
        private final double[] fast;
        private final double[] slow;
        private final int warmUp;

        Cross(IndicatorCache data, ParameterSet parameters, double[] fast, double[] slow, int warmUp) {
            super(data, parameters);
            this.fast = fast;
            this.slow = slow;
            this.warmUp = warmUp;
        }

        /** Runs along one side of the slow average until it is left: one comparison a bar, and it rarely surprises. */
        @Override
        public void list(int fromBar, int toBar, SignalList signals) {
            int t = Math.max(fromBar, warmUp);
            if (t >= toBar) {
                return;
            }
            int side = side(t - 1);
            while (t < toBar) {
                t = side > 0 ? endAbove(t, toBar) : side < 0 ? endBelow(t, toBar) : t;
                if (t < toBar) {
                    int now = side(t);
                    if (now != 0 && now != side) {
                        signals.add(t, now > 0 ? LONG : SHORT);
                    }
                    side = now;
                    t++;
                }
            }
        }

        private int side(int t) {
            return fast[t] > slow[t] ? 1 : fast[t] < slow[t] ? -1 : 0;
        }

        private int endAbove(int from, int to) {
            double[] a = fast;
            double[] b = slow;
            int t = from;
            while (t < to && a[t] > b[t]) {
                t++;
            }
            return t;
        }

        private int endBelow(int from, int to) {
            double[] a = fast;
            double[] b = slow;
            int t = from;
            while (t < to && a[t] < b[t]) {
                t++;
            }
            return t;
        }
    }
}
