package studio.engine.search;

import java.util.Arrays;

/**
 * Climbs a smooth function inside a box: spectral projected gradient (Birgin, Martínez, Raydan 2000) with a monotone
 * line search.
 */
final class BoxMaximizer {
    private static final int HALVINGS = 8;
    private static final double SUFFICIENT = 1e-4;
    private static final double LONGEST_STEP = 1e4;

    /** A function of many variables; returns NaN or −∞ where it is undefined. */
    @FunctionalInterface
    interface Function {
        double value(double[] x, double[] gradient);
    }

    private final double[] low;
    private final double[] high;
    private final int iterations;
    private final CancellationToken cancel;

    /**
     * @param iterations the most steps taken; each costs one evaluation, seldom more
     * @param cancel ends the climb where it stands
     */
    BoxMaximizer(double[] low, double[] high, int iterations, CancellationToken cancel) {
        this.low = low;
        this.high = high;
        this.iterations = iterations;
        this.cancel = cancel;
    }

    /** Moves {@code x} uphill; returns the value reached. */
    double climb(double[] x, Function function) {
        int n = x.length;
        double[] gradient = new double[n];
        double[] nextGradient = new double[n];
        double[] direction = new double[n];
        double[] next = new double[n];
        double value = function.value(x, gradient);
        double step = firstStep(gradient);
        for (int iteration = 0; iteration < iterations && value > Double.NEGATIVE_INFINITY; iteration++) {
            double slope = direction(x, gradient, step, direction);
            if (!(slope > 1e-12) || cancel.isCancelled()) {
                break;
            }
            double nextValue = Double.NaN;
            double part = 1;
            for (int halving = 0; halving < HALVINGS && !cancel.isCancelled(); halving++, part *= 0.5) {
                for (int i = 0; i < n; i++) {
                    next[i] = x[i] + part * direction[i];
                }
                Arrays.fill(nextGradient, 0);
                nextValue = function.value(next, nextGradient);
                if (nextValue >= value + SUFFICIENT * part * slope) {
                    break;
                }
            }
            if (!(nextValue > value)) {
                break;
            }
            step = spectralStep(x, next, gradient, nextGradient);
            boolean done = nextValue - value < 1e-9 * (1 + Math.abs(value));
            value = nextValue;
            System.arraycopy(next, 0, x, 0, n);
            System.arraycopy(nextGradient, 0, gradient, 0, n);
            if (done) {
                break;
            }
        }
        return value;
    }

    private double direction(double[] x, double[] gradient, double step, double[] direction) {
        double slope = 0;
        for (int i = 0; i < x.length; i++) {
            double target = Math.max(low[i], Math.min(high[i], x[i] + step * gradient[i]));
            direction[i] = target - x[i];
            slope += direction[i] * gradient[i];
        }
        return slope;
    }

    /** A tenth of the widest side. */
    private double firstStep(double[] gradient) {
        double steepest = 0;
        double widest = 0;
        for (int i = 0; i < gradient.length; i++) {
            steepest = Math.max(steepest, Math.abs(gradient[i]));
            widest = Math.max(widest, high[i] - low[i]);
        }
        return steepest > 0 ? 0.1 * widest / steepest : 0;
    }

    private static double spectralStep(double[] x, double[] next, double[] gradient, double[] nextGradient) {
        double moved = 0;
        double bent = 0;
        for (int i = 0; i < x.length; i++) {
            double s = next[i] - x[i];
            moved += s * s;
            bent -= s * (nextGradient[i] - gradient[i]);
        }
        return bent > moved / LONGEST_STEP ? moved / bent : LONGEST_STEP;
    }
}
