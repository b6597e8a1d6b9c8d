package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianProcessTest {
    private static final Coordinate[] MIXED = {Coordinate.REAL, Coordinate.REAL, Coordinate.CATEGORY};
    private static final double[] PARAMETERS = {
        StrictMath.log(0.4), StrictMath.log(1.3), StrictMath.log(0.8), StrictMath.log(1e-4)
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void predictions_equal_the_textbooks_by_cholesky_factors(long seed) {
        double[][] points = points(40, seed);
        double[] values = values(points);
        GaussianProcess fast =
                GaussianProcess.over(points, MIXED, PARAMETERS, 3).given(values, 2);
        Textbook slow = new Textbook(points, values);

        for (double[] place : points(30, seed + 100)) {
            GaussianProcess.Prediction prediction = fast.predict(place);
            assertThat(prediction.mean()).isCloseTo(slow.mean(place), within(1e-8));
            assertThat(prediction.deviation()).isCloseTo(slow.deviation(place), within(1e-7));
        }
    }

    @Test
    void points_added_one_by_one_make_the_same_process() {
        double[][] points = points(40, 7);
        double[] values = values(points);
        GaussianProcess grown = GaussianProcess.over(Arrays.copyOf(points, 15), MIXED, PARAMETERS, 25);
        for (int i = 15; i < 40; i++) {
            grown.assume(points[i]);
        }

        GaussianProcess whole = GaussianProcess.over(points, MIXED, PARAMETERS, 0);

        for (double[] place : points(10, 8)) {
            GaussianProcess.Prediction a = grown.given(values, 0).predict(place);
            GaussianProcess.Prediction b = whole.given(values, 0).predict(place);
            assertThat(a.mean()).isCloseTo(b.mean(), within(1e-8));
            assertThat(a.deviation()).isCloseTo(b.deviation(), within(1e-8));
        }
        assertThat(grown.room()).isZero();
    }

    @Test
    void an_assumed_point_leaves_expectations_and_removes_doubt_where_it_lies() {
        double[][] points = points(20, 3);
        GaussianProcess process =
                GaussianProcess.over(points, MIXED, PARAMETERS, 0).given(values(points), 1);
        double[] assumed = {0.31, 0.77, 0.25};
        double[] elsewhere = {0.9, 0.1, 0.75};
        GaussianProcess.Prediction before = process.predict(assumed);
        double expected = process.predict(elsewhere).mean();

        process.assume(assumed);

        assertThat(process.predict(assumed).mean()).isCloseTo(before.mean(), within(1e-9));
        assertThat(process.predict(assumed).deviation()).isLessThan(0.2 * before.deviation());
        assertThat(process.predict(elsewhere).mean()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void gradients_of_a_prediction_are_its_differences() {
        double[][] points = points(25, 11);
        GaussianProcess process =
                GaussianProcess.over(points, MIXED, PARAMETERS, 0).given(values(points), 0);
        double[] place = {0.42, 0.63, 0.25};
        double[] byMean = new double[3];
        double[] byDeviation = new double[3];
        GaussianProcess.Prediction there = process.predict(place);
        process.addGradient(place, there, 1, 0, byMean);
        process.addGradient(place, there, 0, 1, byDeviation);

        for (int d = 0; d < 2; d++) {
            double[] up = place.clone();
            double[] down = place.clone();
            up[d] += 1e-5;
            down[d] -= 1e-5;
            GaussianProcess.Prediction above = process.predict(up);
            GaussianProcess.Prediction below = process.predict(down);
            assertThat(byMean[d]).isCloseTo((above.mean() - below.mean()) / 2e-5, within(1e-4));
            assertThat(byDeviation[d]).isCloseTo((above.deviation() - below.deviation()) / 2e-5, within(1e-4));
        }
        assertThat(byMean[2]).isZero();
    }

    @Test
    void a_fit_raises_the_likelihood_that_the_textbook_computes() {
        double[][] points = points(50, 5);
        double[] values = values(points);
        double[] start = ProcessFit.start(3, 1);
        double[] fitted = start.clone();

        new ProcessFit(points, MIXED, 1, CancellationToken.NEVER).improve(fitted, values, 40);

        assertThat(new Textbook(points, values, fitted).logLikelihood())
                .isGreaterThan(new Textbook(points, values, start).logLikelihood() + 5);
        // The second coordinate matters least, so its length is the longest.
        assertThat(fitted[1]).isGreaterThan(fitted[0]);
    }

    private static double[][] points(int count, long seed) {
        SeededRandom random = new SeededRandom(seed);
        double[][] points = new double[count][];
        Arrays.setAll(points, i ->
                new double[] {random.nextDouble(), random.nextDouble(), random.nextInt(2) * 0.5 + 0.25});
        return points;
    }

    private static double[] values(double[][] points) {
        return Arrays.stream(points)
                .mapToDouble(p -> StrictMath.sin(6 * p[0]) + 0.3 * p[1] + (p[2] > 0.5 ? 0.7 : 0))
                .toArray();
    }

    /** Rasmussen and Williams 2006, equations 2.25, 2.26 and 5.8, with the constant mean of 2.43. */
    private static final class Textbook {
        private final double[][] points;
        private final double[] parameters;
        private final CholeskyDecomposition factor;
        private final RealVector rest;
        private final double mean;
        private final double variance;

        Textbook(double[][] points, double[] values) {
            this(points, values, PARAMETERS);
        }

        Textbook(double[][] points, double[] values, double[] parameters) {
            this.points = points;
            this.parameters = parameters;
            int n = points.length;
            RealMatrix k = new Array2DRowRealMatrix(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    k.setEntry(i, j, matern(points[i], points[j]) + (i == j ? Math.exp(parameters[3]) : 0));
                }
            }
            this.factor = new CholeskyDecomposition(k);
            RealVector ones = new ArrayRealVector(n, 1.0);
            RealVector y = new ArrayRealVector(values);
            this.mean = ones.dotProduct(factor.getSolver().solve(y))
                    / ones.dotProduct(factor.getSolver().solve(ones));
            this.rest = y.subtract(ones.mapMultiply(mean));
            this.variance = rest.dotProduct(factor.getSolver().solve(rest)) / n;
        }

        private double matern(double[] a, double[] b) {
            double sum = 0;
            for (int d = 0; d < 3; d++) {
                double gap = d == 2 ? (a[d] == b[d] ? 0 : 1) : a[d] - b[d];
                sum += Math.pow(gap / Math.exp(parameters[d]), 2);
            }
            double r = Math.sqrt(sum);
            return (1 + Math.sqrt(5) * r + 5 * r * r / 3) * Math.exp(-Math.sqrt(5) * r);
        }

        private RealVector correlations(double[] place) {
            return new ArrayRealVector(
                    Arrays.stream(points).mapToDouble(p -> matern(place, p)).toArray());
        }

        double mean(double[] place) {
            return mean + correlations(place).dotProduct(factor.getSolver().solve(rest));
        }

        double deviation(double[] place) {
            RealVector k = correlations(place);
            return Math.sqrt(variance * (1 - k.dotProduct(factor.getSolver().solve(k))));
        }

        double logLikelihood() {
            double determinant = 0;
            for (int i = 0; i < points.length; i++) {
                determinant += 2 * Math.log(factor.getL().getEntry(i, i));
            }
            return -0.5 * points.length * Math.log(variance) - 0.5 * determinant;
        }
    }
}
