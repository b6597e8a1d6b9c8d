package studio.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What CMA-ES samples in a mixed space: ordered coordinates from a normal distribution, categories from probabilities
 * of their own. A stepped coordinate leaves its mean's step with a probability that never vanishes (Hamano et al. 2022,
 * "CMA-ES with Margin"), and no category's probability does (Hamano et al. 2024, "CatCMA", here with one fixed rate):
 * otherwise the search would be frozen on them long before it has settled the rest. Not thread-safe.
 */
final class MixedDistribution {
    private static final int DRAWS = 50;
    private static final double LONGEST_STRETCH = 1e6;
    private static final double CATEGORY_RATE = 0.15;

    private final List<Dimension> dimensions;
    private final int[] ordered;
    private final CmaDistribution normal;
    /** Probabilities of a category's values; empty for other coordinates. */
    private final double[][] shares;

    private final double marginQuantile;
    private final double margin;

    /**
     * @param mean a place in the unit cube to begin at
     * @param population how many points make a generation
     */
    MixedDistribution(List<Dimension> dimensions, double[] mean, double sigma, int population) {
        this.dimensions = dimensions;
        List<Integer> order = new ArrayList<>();
        this.shares = new double[dimensions.size()][];
        for (int d = 0; d < shares.length; d++) {
            Dimension dimension = dimensions.get(d);
            shares[d] = new double[dimension.isCategory() ? (int) dimension.count() : 0];
            if (dimension.isCategory()) {
                Arrays.fill(shares[d], 1.0 / shares[d].length);
            } else if (dimension.count() != 1) {
                order.add(d);
            }
        }
        this.ordered = order.stream().mapToInt(d -> d).toArray();
        double[] start = new double[ordered.length];
        Arrays.setAll(start, i -> mean[ordered[i]]);
        this.normal = new CmaDistribution(start, sigma, population);
        this.margin = 1.0 / (population * Math.max(1, dimensions.size()));
        this.marginQuantile = quantile(1 - margin);
    }

    /**
     * A sample.
     *
     * @param place in the unit cube
     * @param step of the ordered coordinates, in units of sigma and before stretching
     */
    record Sample(double[] place, double[] step) {}

    CmaDistribution normal() {
        return normal;
    }

    /** How much the steps of each ordered coordinate are lengthened, so that it leaves its step now and then. */
    double[] stretch() {
        double[] stretch = new double[ordered.length];
        for (int i = 0; i < stretch.length; i++) {
            long count = dimensions.get(ordered[i]).count();
            stretch[i] = 1;
            if (count > 1) {
                double at = normal.mean(i) * count;
                long cell = Math.min(count - 1, (long) at);
                double down = cell > 0 ? at - cell : Double.POSITIVE_INFINITY;
                double up = cell < count - 1 ? cell + 1 - at : Double.POSITIVE_INFINITY;
                double reach = Math.min(down, up) / count / marginQuantile;
                stretch[i] = Math.min(LONGEST_STRETCH, Math.max(1, reach / normal.deviation(i)));
            }
        }
        return stretch;
    }

    Sample sample(SeededRandom random, double[] stretch) {
        double[] place = new double[dimensions.size()];
        for (int d = 0; d < place.length; d++) {
            place[d] = shares[d].length == 0 ? 0.5 : category(shares[d], random.nextDouble());
        }
        double[] step = normal.step(random);
        for (int i = 1; i < DRAWS && !isInside(step, stretch); i++) {
            step = normal.step(random);
        }
        for (int i = 0; i < ordered.length; i++) {
            double scale = normal.sigma() * stretch[i];
            place[ordered[i]] = Math.max(0, Math.min(1, normal.mean(i) + scale * step[i]));
            step[i] = (place[ordered[i]] - normal.mean(i)) / scale;
        }
        return new Sample(place, step);
    }

    private boolean isInside(double[] step, double[] stretch) {
        for (int i = 0; i < step.length; i++) {
            double x = normal.mean(i) + normal.sigma() * stretch[i] * step[i];
            if (x < 0 || x > 1) {
                return false;
            }
        }
        return true;
    }

    private static double category(double[] shares, double uniform) {
        double rest = uniform;
        int chosen = 0;
        while (chosen < shares.length - 1 && rest >= shares[chosen]) {
            rest -= shares[chosen];
            chosen++;
        }
        return (chosen + 0.5) / shares.length;
    }

    /** Learns from a generation, best first. */
    void update(List<Sample> bestFirst, double[] stretch) {
        normal.update(bestFirst.stream().map(Sample::step).toList(), stretch);
        double[] weights = CmaDistribution.weights(bestFirst.size());
        for (int d = 0; d < shares.length; d++) {
            if (shares[d].length > 0) {
                learn(shares[d], d, bestFirst, weights);
            }
        }
    }

    private void learn(double[] share, int d, List<Sample> bestFirst, double[] weights) {
        double[] seen = new double[share.length];
        for (int i = 0; i < weights.length; i++) {
            seen[(int) (bestFirst.get(i).place()[d] * share.length)] += weights[i];
        }
        double sum = 0;
        for (int v = 0; v < share.length; v++) {
            share[v] = Math.max(margin, share[v] + CATEGORY_RATE * (seen[v] - share[v]));
            sum += share[v];
        }
        for (int v = 0; v < share.length; v++) {
            share[v] /= sum;
        }
    }

    /** Where the standard normal distribution function reaches a probability in (0.5, 1). */
    private static double quantile(double probability) {
        double low = 0;
        double high = 8;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (KernelMath.distribution(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
