package studio.engine.search;

/**
 * Matérn 5/2 correlation with a length scale per coordinate; how far apart two values are depends on the kind of
 * coordinate. The values of a conditional one lie on an arc of one radian and radius 1, and "does not matter", NaN in a
 * place, in its centre (after Swersky et al. 2013): equally far from them all, so that it blurs none.
 */
final class Kernel {
    private final Coordinate[] coordinates;
    private final double[] weight;

    /** @param logLengths natural logarithms of the length scales, in units of the cube's side */
    Kernel(Coordinate[] coordinates, double[] logLengths) {
        this.coordinates = coordinates;
        this.weight = new double[coordinates.length];
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
        return switch (coordinates[d]) {
            case REAL -> gap * gap;
            case CATEGORY -> gap == 0 || (Double.isNaN(a[d]) && Double.isNaN(b[d])) ? 0 : 1;
            case CONDITIONAL ->
                Double.isNaN(gap) ? Double.isNaN(a[d]) && Double.isNaN(b[d]) ? 0 : 1 : 2 - 2 * StrictMath.cos(gap);
        };
    }

    /** Half the derivative of the squared gap by a's coordinate. */
    private double halfSlope(int d, double[] a, double[] b) {
        double gap = a[d] - b[d];
        return switch (coordinates[d]) {
            case REAL -> gap;
            case CATEGORY -> 0;
            case CONDITIONAL -> Double.isNaN(gap) ? 0 : StrictMath.sin(gap);
        };
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
            gradient[d] += 2 * factor * weight[d] * halfSlope(d, a, b);
        }
    }
}
