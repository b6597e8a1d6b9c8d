package studio.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class CmaDistributionTest {

    @Test
    void weights_of_a_population_of_six_are_the_tutorials() {
        // ln 3.5 − ln i for i = 1, 2, 3, over their sum 1.966529.
        assertThat(CmaDistribution.weights(6))
                .containsExactly(new double[] {0.637043, 0.284570, 0.078387}, offset(1e-6));
    }

    @Test
    void an_update_equals_the_tutorials_formulas_written_with_matrices() {
        int n = 3;
        int population = 7;
        SeededRandom random = new SeededRandom(5);
        CmaDistribution fast = new CmaDistribution(new double[] {0.4, 0.5, 0.6}, 0.1, population);
        Slow slow = new Slow(new double[] {0.4, 0.5, 0.6}, 0.1, population);

        for (int generation = 0; generation < 40; generation++) {
            List<double[]> steps = new ArrayList<>();
            for (int i = 0; i < population; i++) {
                double[] step = fast.step(random);
                step[0] += 0.2;
                steps.add(step);
            }
            steps.sort(Comparator.comparingDouble(s -> 9 * s[0] * s[0] + s[1] * s[1] + 0.1 * s[2] * s[2]));
            fast.update(steps, new double[] {1, 1, 1});
            slow.update(steps);

            assertThat(fast.sigma()).isCloseTo(slow.sigma, within(1e-9 * slow.sigma));
            for (int d = 0; d < n; d++) {
                assertThat(fast.mean(d)).isCloseTo(slow.mean.getEntry(d), within(1e-10));
                assertThat(fast.deviation(d))
                        .isCloseTo(slow.sigma * Math.sqrt(slow.covariance.getEntry(d, d)), within(1e-9));
            }
        }
    }

    /** Hansen's tutorial, equations 24–47 without negative weights, as they are printed. */
    private static final class Slow {
        final double[] w;
        final double muEff;
        RealVector mean;
        double sigma;
        RealMatrix covariance;
        RealVector pSigma;
        RealVector pC;
        int g;

        Slow(double[] start, double sigma, int lambda) {
            int n = start.length;
            this.w = CmaDistribution.weights(lambda);
            this.muEff = 1 / Arrays.stream(w).map(x -> x * x).sum();
            this.mean = new ArrayRealVector(start);
            this.sigma = sigma;
            this.covariance = MatrixUtils.createRealIdentityMatrix(n);
            this.pSigma = new ArrayRealVector(n);
            this.pC = new ArrayRealVector(n);
        }

        void update(List<double[]> y) {
            int n = mean.getDimension();
            double cSigma = (muEff + 2) / (n + muEff + 5);
            double dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
            double cC = (4 + muEff / n) / (n + 4 + 2 * muEff / n);
            double c1 = 2 / (Math.pow(n + 1.3, 2) + muEff);
            double cMu = Math.min(1 - c1, 2 * (muEff - 2 + 1 / muEff) / (Math.pow(n + 2, 2) + muEff));
            double chi = Math.sqrt(n) * (1 - 1.0 / (4 * n) + 1.0 / (21 * n * n));
            RealVector yW = new ArrayRealVector(n);
            for (int i = 0; i < w.length; i++) {
                yW = yW.add(new ArrayRealVector(y.get(i)).mapMultiply(w[i]));
            }
            RealMatrix root = MatrixUtils.inverse(new EigenDecompositionSymmetric(covariance).getSquareRoot());
            mean = mean.add(yW.mapMultiply(sigma));
            g++;
            pSigma = pSigma.mapMultiply(1 - cSigma)
                    .add(root.operate(yW).mapMultiply(Math.sqrt(cSigma * (2 - cSigma) * muEff)));
            double h =
                    pSigma.getNorm() / Math.sqrt(1 - Math.pow(1 - cSigma, 2 * g)) < (1.4 + 2.0 / (n + 1)) * chi ? 1 : 0;
            pC = pC.mapMultiply(1 - cC).add(yW.mapMultiply(h * Math.sqrt(cC * (2 - cC) * muEff)));
            RealMatrix rankMu = new Array2DRowRealMatrix(n, n);
            for (int i = 0; i < w.length; i++) {
                RealVector yi = new ArrayRealVector(y.get(i));
                rankMu = rankMu.add(yi.outerProduct(yi).scalarMultiply(w[i]));
            }
            double deltaH = (1 - h) * cC * (2 - cC);
            covariance = covariance
                    .scalarMultiply(1 + c1 * deltaH - c1 - cMu)
                    .add(pC.outerProduct(pC).scalarMultiply(c1))
                    .add(rankMu.scalarMultiply(cMu));
            sigma *= Math.exp(cSigma / dSigma * (pSigma.getNorm() / chi - 1));
        }
    }

    @Test
    void it_converges_on_a_stretched_bowl_and_a_bent_valley() {
        ToDoubleFunction<double[]> bowl = x -> sum(x, i -> StrictMath.pow(100, i / 3.0) * sq(x[i] - 0.3));
        ToDoubleFunction<double[]> valley = x -> {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                double a = 4 * x[i] - 2;
                double b = 4 * x[i + 1] - 2;
                sum += 100 * sq(b - a * a) + sq(1 - a);
            }
            return sum;
        };

        // Published figures for 4 dimensions are of this order: Hansen's own implementation needs about 1,000 and
        // 2,500.
        assertThat(medianEvaluations(bowl, 1e-10)).isLessThan(1_500);
        assertThat(medianEvaluations(valley, 1e-8)).isLessThan(5_000);
    }

    private static double medianEvaluations(ToDoubleFunction<double[]> function, double target) {
        return LongStream.rangeClosed(1, 9)
                .mapToDouble(seed -> evaluations(function, target, seed))
                .sorted()
                .toArray()[4];
    }

    private static double evaluations(ToDoubleFunction<double[]> function, double target, long seed) {
        int population = 8;
        CmaDistribution distribution = new CmaDistribution(new double[] {0.8, 0.7, 0.8, 0.7}, 0.1, population);
        SeededRandom random = new SeededRandom(seed);
        for (int evaluations = population; evaluations < 20_000; evaluations += population) {
            List<double[]> steps = new ArrayList<>();
            for (int i = 0; i < population; i++) {
                steps.add(distribution.step(random));
            }
            ToDoubleFunction<double[]> value = step -> {
                double[] x = new double[4];
                Arrays.setAll(x, d -> distribution.mean(d) + distribution.sigma() * step[d]);
                return function.applyAsDouble(x);
            };
            steps.sort(Comparator.comparingDouble(value));
            if (value.applyAsDouble(steps.get(0)) < target) {
                return evaluations;
            }
            distribution.update(steps, new double[] {1, 1, 1, 1});
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double sum(double[] x, java.util.function.IntToDoubleFunction term) {
        return java.util.stream.IntStream.range(0, x.length).mapToDouble(term).sum();
    }

    private static double sq(double x) {
        return x * x;
    }
}
