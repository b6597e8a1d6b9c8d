package studio.engine.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A density over the unit cube: one kernel around each of some places and a uniform one, all of equal weight
 * (multivariate tree-structured Parzen estimator; Bergstra et al. 2011, Falkner et al. 2018). A kernel is a product
 * over coordinates of truncated normals, of normals on the values that exist, or of a category's "the same or any";
 * a coordinate that does not matter has no part in it. The uniform one keeps every place possible and prefers none, the
 * middle of the cube included.
 *
 * <p>Kernels are as wide as Scott's rule makes them (Scott, Multivariate Density Estimation, 1992): the standard
 * deviation of each coordinate, times {@code n^(−1/(d+4))}. Where the best places agree they are narrow, where they do not
 * they stay wide; the uniform kernel counts as a place, so that few places that happen to agree do not freeze the search.
 */
final class ParzenMixture {
    /** Stepped coordinates with more values are treated like real ones. */
    private static final int NEARLY_REAL = 64;

    private static final double NARROWEST = 0.01;
    private static final int DRAWS = 100;

    private final List<Dimension> dimensions;
    private final List<double[]> places = new ArrayList<>();
    private final double categoryFloor;
    private final double[] bandwidth;
    /** Between the values of a listed coordinate; empty for a real one. */
    private final double[][] logShare;

    private final List<double[]> logScales = new ArrayList<>();

    /** @param places with NaN for coordinates that do not matter */
    ParzenMixture(List<Dimension> dimensions, List<double[]> places) {
        this.dimensions = dimensions;
        int d = dimensions.size();
        this.bandwidth = new double[d];
        double scott = StrictMath.pow(places.size() + 1, -1.0 / (d + 4));
        for (int i = 0; i < d; i++) {
            bandwidth[i] = Math.max(NARROWEST, scott * deviation(places, i));
        }
        this.categoryFloor = 1.0 / (places.size() + 1);
        this.logShare = new double[d][];
        for (int i = 0; i < d; i++) {
            logShare[i] = isListed(i) ? shares(i) : new double[0];
        }
        places.forEach(this::add);
    }

    /** Of the places and the uniform kernel, as a share of the side. */
    private static double deviation(List<double[]> places, int d) {
        int count = 1;
        double sum = 0.5;
        double squares = 1.0 / 3;
        for (double[] place : places) {
            if (!Double.isNaN(place[d])) {
                count++;
                sum += place[d];
                squares += place[d] * place[d];
            }
        }
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    /** One kernel more, as wide as the others. */
    void add(double[] place) {
        double[] logScale = new double[place.length];
        for (int d = 0; d < place.length; d++) {
            if (logShare[d].length == 0 && !Double.isNaN(place[d])) {
                double inside = KernelMath.distribution((1 - place[d]) / bandwidth[d])
                        - KernelMath.distribution(-place[d] / bandwidth[d]);
                logScale[d] = -KernelMath.LOG_SQRT_2_PI - StrictMath.log(bandwidth[d] * inside);
            }
        }
        places.add(place);
        logScales.add(logScale);
    }

    private boolean isListed(int d) {
        Dimension dimension = dimensions.get(d);
        return dimension.isCategory() || (dimension.count() > 0 && dimension.count() <= NEARLY_REAL);
    }

    /** Log density of value {@code to} for a kernel at value {@code from}, at index from × count + to. */
    private double[] shares(int d) {
        int count = (int) dimensions.get(d).count();
        double[] shares = new double[count * count];
        for (int from = 0; from < count; from++) {
            double sum = 0;
            for (int to = 0; to < count; to++) {
                double gap = (double) (to - from) / count / Math.max(bandwidth[d], 0.5 / count);
                double weight = dimensions.get(d).isCategory()
                        ? (to == from ? 1 : 0) + categoryFloor
                        : KernelMath.expNegative(-0.5 * gap * gap);
                shares[from * count + to] = weight;
                sum += weight;
            }
            for (int to = 0; to < count; to++) {
                // Per length: a value takes one part in count of the side.
                shares[from * count + to] = StrictMath.log(shares[from * count + to] / sum * count);
            }
        }
        return shares;
    }

    /** Logarithm of the density at a place; 0 everywhere for a mixture of no places. */
    double logDensity(double[] place) {
        double[] logs = new double[places.size() + 1];
        double top = 0;
        for (int k = 0; k < places.size(); k++) {
            logs[k] = logKernel(k, place);
            top = Math.max(top, logs[k]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += KernelMath.expNegative(log - top);
        }
        return top + StrictMath.log(sum / logs.length);
    }

    private double logKernel(int k, double[] place) {
        double[] centre = places.get(k);
        double log = 0;
        for (int d = 0; d < centre.length; d++) {
            if (Double.isNaN(centre[d]) || Double.isNaN(place[d])) {
                continue;
            }
            if (logShare[d].length > 0) {
                int count = (int) dimensions.get(d).count();
                log += logShare[d][cell(centre[d], count) * count + cell(place[d], count)];
            } else {
                double gap = (place[d] - centre[d]) / bandwidth[d];
                log += logScales.get(k)[d] - 0.5 * gap * gap;
            }
        }
        return log;
    }

    /** A place drawn from the density. */
    double[] draw(SeededRandom random) {
        int k = random.nextInt(places.size() + 1);
        double[] place = new double[dimensions.size()];
        for (int d = 0; d < place.length; d++) {
            double uniform = random.nextDouble();
            place[d] = k == places.size() || Double.isNaN(places.get(k)[d])
                    ? uniform
                    : logShare[d].length > 0
                            ? drawListed(d, places.get(k)[d], uniform)
                            : drawReal(places.get(k)[d], bandwidth[d], random);
        }
        return place;
    }

    private double drawListed(int d, double centre, double uniform) {
        int count = (int) dimensions.get(d).count();
        int from = cell(centre, count);
        double rest = uniform;
        for (int to = 0; to < count; to++) {
            rest -= StrictMath.exp(logShare[d][from * count + to]) / count;
            if (rest < 0) {
                return (to + 0.5) / count;
            }
        }
        return centre;
    }

    private double drawReal(double centre, double width, SeededRandom random) {
        for (int i = 0; i < DRAWS; i++) {
            double x = centre + width * random.nextGaussian();
            if (x >= 0 && x <= 1) {
                return x;
            }
        }
        return centre;
    }

    private static int cell(double coordinate, int count) {
        return Math.min(count - 1, (int) (coordinate * count));
    }
}
