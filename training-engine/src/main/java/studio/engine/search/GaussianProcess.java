package studio.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Gaussian process with a constant mean, conditioned on points. Predictions go through the explicit inverse, whose
 * rows are read in order: for some hundred points that beats two triangular solves. Not thread-safe.
 */
final class GaussianProcess {
    private static final double SMALLEST_VARIANCE = 1e-12;
    private static final double MORE_NUGGET = 10;

    private final Kernel kernel;
    private final List<double[]> points;
    private final double nugget;
    private final int stride;
    private final double[] inverse;
    private final double[] alpha;
    private final double[] correlation;
    private final double[] slope;
    private final double[] weighted;
    private double mean;
    private double variance = 1;
    private int n;

    private GaussianProcess(Kernel kernel, List<double[]> points, double[] inverse, int stride, double nugget) {
        this.kernel = kernel;
        this.points = new ArrayList<>(points);
        this.nugget = nugget;
        this.n = points.size();
        this.stride = stride;
        this.inverse = inverse;
        this.alpha = new double[stride];
        this.correlation = new double[stride];
        this.slope = new double[stride];
        this.weighted = new double[stride];
    }

    /**
     * A process over points, of whose values nothing is known yet.
     *
     * @param parameters log length scales and, last, the log nugget; it is raised until the matrix can be inverted
     * @param room how many further points may be added or assumed
     */
    static GaussianProcess over(double[][] points, Coordinate[] coordinates, double[] parameters, int room) {
        Kernel kernel = new Kernel(coordinates, parameters);
        int n = points.length;
        int stride = n + room;
        for (double nugget = StrictMath.exp(parameters[coordinates.length]); ; nugget *= MORE_NUGGET) {
            double[] matrix = new double[stride * stride];
            for (int i = 0; i < n; i++) {
                matrix[i * stride + i] = 1 + nugget;
                for (int j = 0; j < i; j++) {
                    double c = kernel.correlation(points[i], points[j]);
                    matrix[i * stride + j] = c;
                    matrix[j * stride + i] = c;
                }
            }
            if (!Double.isNaN(SymmetricInverse.invert(matrix, n, stride))) {
                return new GaussianProcess(kernel, Arrays.asList(points), matrix, stride, nugget);
            }
        }
    }

    /**
     * A process of its own over the same points, conditioned on their values.
     *
     * @param room how many further points may be assumed
     */
    GaussianProcess given(double[] values, int room) {
        int side = n + room;
        double[] copy = new double[side * side];
        for (int i = 0; i < n; i++) {
            System.arraycopy(inverse, i * stride, copy, i * side, n);
        }
        GaussianProcess given = new GaussianProcess(kernel, points.subList(0, n), copy, side, nugget);
        given.mean = centre(copy, n, side, values, given.alpha);
        given.variance = variance(values, Arrays.copyOf(given.alpha, n));
        return given;
    }

    /** Fills alpha = R⁻¹(values − mean) for the best constant mean, and returns that mean. */
    static double centre(double[] inverse, int n, int stride, double[] values, double[] alpha) {
        double[] rowSums = new double[n];
        double total = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double product = 0;
            for (int j = 0; j < n; j++) {
                sum += inverse[i * stride + j];
                product += inverse[i * stride + j] * values[j];
            }
            rowSums[i] = sum;
            alpha[i] = product;
            total += sum;
            mean += product;
        }
        mean /= total;
        for (int i = 0; i < n; i++) {
            alpha[i] -= mean * rowSums[i];
        }
        return mean;
    }

    /** The likeliest process variance, given alpha. */
    static double variance(double[] values, double[] alpha) {
        double sum = 0;
        for (int i = 0; i < alpha.length; i++) {
            // The mean drops out: alpha sums to 0.
            sum += values[i] * alpha[i];
        }
        return Math.max(SMALLEST_VARIANCE, sum / alpha.length);
    }

    /** Predicts at a place, and keeps what its gradient needs. */
    Prediction predict(double[] place) {
        double expected = mean;
        double explained = 0;
        for (int i = 0; i < n; i++) {
            double c = kernel.correlation(place, points.get(i), slope, i);
            correlation[i] = c;
            expected += c * alpha[i];
        }
        weigh();
        for (int i = 0; i < n; i++) {
            explained += correlation[i] * weighted[i];
        }
        return new Prediction(expected, Math.sqrt(variance * Math.max(1e-10, 1 - explained)));
    }

    /**
     * The same prediction at half the price, without what a gradient needs: the inverse is symmetric, so its lower half
     * is enough.
     */
    Prediction glance(double[] place) {
        double expected = mean;
        for (int i = 0; i < n; i++) {
            correlation[i] = kernel.correlation(place, points.get(i));
            expected += correlation[i] * alpha[i];
            weighted[i] = 0;
        }
        double explained = 0;
        for (int i = 0; i < n; i++) {
            double c = correlation[i];
            int row = i * stride;
            for (int j = 0; j < i; j++) {
                weighted[j] += c * inverse[row + j];
            }
        }
        for (int i = 0; i < n; i++) {
            explained += correlation[i] * (2 * weighted[i] + correlation[i] * inverse[i * stride + i]);
        }
        return new Prediction(expected, Math.sqrt(variance * Math.max(1e-10, 1 - explained)));
    }

    /** Expected value and standard deviation at a place. */
    record Prediction(double mean, double deviation) {}

    /** Adds the gradient of {@code byMean} × mean + {@code byDeviation} × deviation at the place predicted last. */
    void addGradient(double[] place, Prediction prediction, double byMean, double byDeviation, double[] gradient) {
        double byVariance = -byDeviation * variance / prediction.deviation();
        for (int i = 0; i < n; i++) {
            double factor = (byMean * alpha[i] + byVariance * weighted[i]) * slope[i];
            kernel.addPlaceGradient(place, points.get(i), factor, gradient);
        }
    }

    /** How many points could still be added. */
    int room() {
        return stride - n;
    }

    /**
     * Takes the expected value at a place for observed ("kriging believer"), so that the next proposal of the same
     * batch goes elsewhere. The expectation stays the same everywhere; only the uncertainty shrinks. Also adds a point
     * to a process that is to be given values afterwards.
     */
    void assume(double[] place) {
        predict(place);
        double explained = 0;
        for (int i = 0; i < n; i++) {
            explained += correlation[i] * weighted[i];
        }
        double rest = Math.max(1e-10, 1 + nugget - explained);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i * stride + j] += weighted[i] / rest * weighted[j];
            }
            inverse[i * stride + n] = -weighted[i] / rest;
            inverse[n * stride + i] = -weighted[i] / rest;
        }
        inverse[n * stride + n] = 1 / rest;
        points.add(place.clone());
        n++;
    }

    /** weighted = inverse × correlation; four rows at a time, which halves the traffic on {@code weighted}. */
    private void weigh() {
        Arrays.fill(weighted, 0, n, 0);
        int i = 0;
        for (; i + 3 < n; i += 4) {
            addRows(weighted, inverse, i * stride, stride, n, correlation, i);
        }
        for (; i < n; i++) {
            for (int j = 0; j < n; j++) {
                weighted[j] += correlation[i] * inverse[i * stride + j];
            }
        }
    }

    private static void addRows(
            double[] target, double[] rows, int first, int stride, int n, double[] factors, int factor) {
        double a = factors[factor];
        double b = factors[factor + 1];
        double c = factors[factor + 2];
        double d = factors[factor + 3];
        int second = first + stride;
        int third = second + stride;
        int fourth = third + stride;
        for (int j = 0; j < n; j++) {
            target[j] += a * rows[first + j] + b * rows[second + j] + c * rows[third + j] + d * rows[fourth + j];
        }
    }
}
