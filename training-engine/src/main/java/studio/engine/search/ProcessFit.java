package studio.engine.search;

import java.util.Arrays;

/**
 * Chooses length scales and nugget of a Gaussian process by marginal likelihood; mean and variance are at their
 * optimum for each (Rasmussen and Williams 2006, chapter 5, with mean and variance concentrated out). A weak prior
 * keeps length scales from running away while there are few points.
 */
final class ProcessFit {
    static final double LOG_NUGGET_LOW = StrictMath.log(1e-6);
    private static final double LOG_NUGGET_HIGH = StrictMath.log(0.2);
    private static final double LOG_LENGTH_LOW = StrictMath.log(0.02);
    private static final double LOG_LENGTH_HIGH = StrictMath.log(20);
    private static final double LENGTH_SPREAD = 1.2;
    private static final double LOG_NUGGET_MEAN = StrictMath.log(1e-5);
    private static final double NUGGET_SPREAD = 2.5;

    private final double[][] points;
    private final Coordinate[] coordinates;
    private final CancellationToken cancel;
    private final double logScale;
    private final double lengthMean;

    /** @param scale side of the cube that the points fill: length scales are expected in proportion to it */
    ProcessFit(double[][] points, Coordinate[] coordinates, double scale, CancellationToken cancel) {
        this.points = points;
        this.coordinates = coordinates;
        this.cancel = cancel;
        this.logScale = StrictMath.log(scale);
        this.lengthMean = logScale + StrictMath.log(0.35 * Math.sqrt(coordinates.length));
    }

    /** Log length scales and, last, the log nugget to begin with. */
    static double[] start(int dimensions, double scale) {
        double[] start = new double[dimensions + 1];
        Arrays.fill(start, 0, dimensions, StrictMath.log(scale * 0.35 * Math.sqrt(dimensions)));
        start[dimensions] = LOG_NUGGET_MEAN;
        return start;
    }

    /** Improves {@code parameters} in place; returns the log posterior up to a constant. */
    double improve(double[] parameters, double[] values, int iterations) {
        int d = coordinates.length;
        double[] low = new double[d + 1];
        double[] high = new double[d + 1];
        Arrays.fill(low, 0, d, logScale + LOG_LENGTH_LOW);
        Arrays.fill(high, 0, d, logScale + LOG_LENGTH_HIGH);
        low[d] = LOG_NUGGET_LOW;
        high[d] = LOG_NUGGET_HIGH;
        return new BoxMaximizer(low, high, iterations, cancel)
                .climb(parameters, (x, gradient) -> posterior(x, values, gradient));
    }

    private double posterior(double[] parameters, double[] values, double[] gradient) {
        int d = coordinates.length;
        double likelihood = likelihood(parameters, values, gradient);
        double prior = 0;
        for (int i = 0; i <= d; i++) {
            double mean = i < d ? lengthMean : LOG_NUGGET_MEAN;
            double spread = i < d ? LENGTH_SPREAD : NUGGET_SPREAD;
            double off = (parameters[i] - mean) / spread;
            prior -= 0.5 * off * off;
            gradient[i] -= off / spread;
        }
        return likelihood + prior;
    }

    private double likelihood(double[] parameters, double[] values, double[] gradient) {
        int n = points.length;
        int d = coordinates.length;
        Kernel kernel = new Kernel(coordinates, parameters);
        double nugget = StrictMath.exp(parameters[d]);
        double[] inverse = new double[n * n];
        double[] slopes = new double[n * n];
        for (int i = 0; i < n; i++) {
            inverse[i * n + i] = 1 + nugget;
            for (int j = 0; j < i; j++) {
                double c = kernel.correlation(points[i], points[j], slopes, i * n + j);
                inverse[i * n + j] = c;
                inverse[j * n + i] = c;
            }
        }
        double logDeterminant = SymmetricInverse.invert(inverse, n, n);
        if (Double.isNaN(logDeterminant)) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] alpha = new double[n];
        GaussianProcess.centre(inverse, n, n, values, alpha);
        double variance = GaussianProcess.variance(values, alpha);
        for (int i = 0; i < n; i++) {
            gradient[d] += 0.5 * nugget * (alpha[i] * alpha[i] / variance - inverse[i * n + i]);
            for (int j = 0; j < i; j++) {
                double pull = alpha[i] * alpha[j] / variance - inverse[i * n + j];
                kernel.addLengthGradient(points[i], points[j], pull * slopes[i * n + j], gradient);
            }
        }
        return -0.5 * n * StrictMath.log(variance) - 0.5 * logDeterminant;
    }
}
