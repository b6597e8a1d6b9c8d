package studio.engine.search;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The normal distribution that CMA-ES samples from and adapts: rank-μ and rank-one update, cumulative step size
 * (Hansen 2016, "The CMA Evolution Strategy: A Tutorial", arXiv 1604.00772, with its default constants and positive
 * weights only). Not thread-safe.
 */
final class CmaDistribution {
    private final int n;
    private final double[] weights;
    private final double effective;
    private final double sigmaRate;
    private final double sigmaDamping;
    private final double pathRate;
    private final double rankOneRate;
    private final double rankMuRate;
    private final double expectedLength;

    private final double[] mean;
    private double sigma;
    private final double[][] covariance;
    private final double[] sigmaPath;
    private final double[] path;
    private double[][] axes;
    private final double[] lengths;
    private int generations;

    /** @param population how many points make a generation, at least 2 */
    CmaDistribution(double[] mean, double sigma, int population) {
        this.n = mean.length;
        this.mean = mean.clone();
        this.sigma = sigma;
        this.weights = weights(population);
        this.effective = 1 / Arrays.stream(weights).map(w -> w * w).sum();
        this.sigmaRate = (effective + 2) / (n + effective + 5);
        this.sigmaDamping = 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + sigmaRate;
        this.pathRate = (4 + effective / n) / (n + 4 + 2 * effective / n);
        this.rankOneRate = 2 / ((n + 1.3) * (n + 1.3) + effective);
        this.rankMuRate =
                Math.min(1 - rankOneRate, 2 * (effective - 2 + 1 / effective) / ((n + 2.0) * (n + 2.0) + effective));
        this.expectedLength = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        this.covariance = identity(n);
        this.sigmaPath = new double[n];
        this.path = new double[n];
        this.axes = identity(n);
        this.lengths = new double[n];
        Arrays.fill(lengths, 1);
    }

    /** Logarithmic weights of the better half, summing to 1. */
    static double[] weights(int population) {
        double[] weights = new double[population / 2];
        Arrays.setAll(weights, i -> StrictMath.log((population + 1) / 2.0) - StrictMath.log(i + 1));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / sum);
        return weights;
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    double mean(int d) {
        return mean[d];
    }

    /** Standard deviation of a coordinate. */
    double deviation(int d) {
        return sigma * Math.sqrt(covariance[d][d]);
    }

    double widest() {
        double widest = 0;
        for (int d = 0; d < n; d++) {
            widest = Math.max(widest, deviation(d));
        }
        return widest;
    }

    /** Longest axis over shortest. */
    double elongation() {
        double[] ascending = lengths.clone();
        Arrays.sort(ascending);
        return n == 0 ? 1 : ascending[n - 1] / ascending[0];
    }

    int generations() {
        return generations;
    }

    double sigma() {
        return sigma;
    }

    /** A draw from N(0, C): a step from the mean in units of sigma. */
    double[] step(SeededRandom random) {
        double[] step = new double[n];
        for (int axis = 0; axis < n; axis++) {
            double along = lengths[axis] * random.nextGaussian();
            for (int d = 0; d < n; d++) {
                step[d] += axes[d][axis] * along;
            }
        }
        return step;
    }

    /**
     * Learns from a generation.
     *
     * @param steps in units of sigma, the best point's first
     * @param stretch by which each coordinate of a step was lengthened when it was taken, at least 1
     */
    void update(List<double[]> steps, double[] stretch) {
        double[] move = new double[n];
        for (int i = 0; i < weights.length; i++) {
            for (int d = 0; d < n; d++) {
                move[d] += weights[i] * steps.get(i)[d];
            }
        }
        for (int d = 0; d < n; d++) {
            mean[d] = Math.max(0, Math.min(1, mean[d] + sigma * stretch[d] * move[d]));
        }
        generations++;
        double[] white = whitened(move);
        double length = 0;
        for (int d = 0; d < n; d++) {
            sigmaPath[d] =
                    (1 - sigmaRate) * sigmaPath[d] + Math.sqrt(sigmaRate * (2 - sigmaRate) * effective) * white[d];
            length += sigmaPath[d] * sigmaPath[d];
        }
        length = Math.sqrt(length);
        double settled = Math.sqrt(1 - StrictMath.pow(1 - sigmaRate, 2.0 * generations));
        boolean steady = length / settled < (1.4 + 2.0 / (n + 1)) * expectedLength;
        for (int d = 0; d < n; d++) {
            path[d] = (1 - pathRate) * path[d]
                    + (steady ? Math.sqrt(pathRate * (2 - pathRate) * effective) * move[d] : 0);
        }
        adapt(steps, steady ? 0 : rankOneRate * pathRate * (2 - pathRate));
        if (n > 0) {
            sigma *= StrictMath.exp(Math.min(1, sigmaRate / sigmaDamping * (length / expectedLength - 1)));
        }
    }

    private void adapt(List<double[]> steps, double kept) {
        double old = 1 - rankOneRate - rankMuRate + kept;
        for (int r = 0; r < n; r++) {
            for (int c = 0; c <= r; c++) {
                double learnt = 0;
                for (int i = 0; i < weights.length; i++) {
                    learnt += weights[i] * steps.get(i)[r] * steps.get(i)[c];
                }
                covariance[r][c] = old * covariance[r][c] + rankOneRate * path[r] * path[c] + rankMuRate * learnt;
                covariance[c][r] = covariance[r][c];
            }
        }
        if (n > 0) {
            EigenDecompositionSymmetric eigen =
                    new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance, true));
            axes = eigen.getV().getData();
            for (int axis = 0; axis < n; axis++) {
                lengths[axis] = Math.sqrt(Math.max(1e-20, eigen.getEigenvalue(axis)));
            }
        }
    }

    /** C^(−1/2) × the move. */
    private double[] whitened(double[] move) {
        double[] white = new double[n];
        for (int axis = 0; axis < n; axis++) {
            double along = 0;
            for (int d = 0; d < n; d++) {
                along += axes[d][axis] * move[d];
            }
            for (int d = 0; d < n; d++) {
                white[d] += axes[d][axis] * along / lengths[axis];
            }
        }
        return white;
    }
}
