package studio.engine.search;

/**
 * Matérn 5/2 correlation with a length scale per coordinate. Coordinates of a category are apart by 1 when they differ
 * and 0 when not.
 */
final class Kernel {
    private final boolean[] category;
    private final double[] weight;

    /** @param logLengths natural logarithms of the length scales, in units of the cube's side */
    Kernel(boolean[] category, double[] logLengths) {
        this.category = category;
        this.weight = new double[category.length];
        for (int d = 0; d < weight.length; d++) {
            weight[d] = StrictMath.exp(-2 * logLengths[d]);
        }
    }

    int dimensions() {
        return weight.length;
    }

    /** √5 × the scaled distance. */
    private double scaledDistance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < weight.length; d++) {
            sum += weight[d] * squaredGap(d, a, b);
        }
        return Math.sqrt(5 * sum);
    }

    private double squaredGap(int d, double[] a, double[] b) {
        double gap = a[d] - b[d];
        if (category[d]) {
            return gap == 0 ? 0 : 1;
        }
        return gap * gap;
    }

    double correlation(double[] a, double[] b) {
        double s = scaledDistance(a, b);
        return (1 + s + s * s / 3) * KernelMath.expNegative(-s);
    }

    /**
     * The correlation; leaves in {@code slope[at]} its derivative by the squared scaled distance, from which every
     * other derivative follows.
     */
    double correlation(double[] a, double[] b, double[] slope, int at) {
        double s = scaledDistance(a, b);
        double decay = KernelMath.expNegative(-s);
        slope[at] = -5.0 / 6 * (1 + s) * decay;
        return (1 + s + s * s / 3) * decay;
    }

    /** Adds {@code factor} × ∂(squared scaled distance)/∂(log length scale) to each coordinate of the gradient. */
    void addLengthGradient(double[] a, double[] b, double factor, double[] gradient) {
        for (int d = 0; d < weight.length; d++) {
            gradient[d] -= 2 * factor * weight[d] * squaredGap(d, a, b);
        }
    }

    /** Adds {@code factor} × ∂(squared scaled distance)/∂a to each coordinate of the gradient. */
    void addPlaceGradient(double[] a, double[] b, double factor, double[] gradient) {
        for (int d = 0; d < weight.length; d++) {
            if (!category[d]) {
                gradient[d] += 2 * factor * weight[d] * (a[d] - b[d]);
            }
        }
    }
}
