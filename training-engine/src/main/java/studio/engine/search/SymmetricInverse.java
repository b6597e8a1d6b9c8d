package studio.engine.search;

/** Inverts a positive definite matrix in place by Gauss and Jordan, row by row so that the inner loop runs on vectors. */
final class SymmetricInverse {

    private SymmetricInverse() {}

    /**
     * Replaces the leading n × n block by its inverse.
     *
     * @param stride length of a row in {@code a}
     * @return logarithm of the determinant; NaN when the matrix is not positive definite, and then {@code a} is spoilt
     */
    static double invert(double[] a, int n, int stride) {
        double logDeterminant = 0;
        for (int k = 0; k < n; k++) {
            int rowK = k * stride;
            double pivot = a[rowK + k];
            if (!(pivot > 1e-14)) {
                return Double.NaN;
            }
            logDeterminant += StrictMath.log(pivot);
            double inverse = 1 / pivot;
            a[rowK + k] = 1;
            for (int j = 0; j < n; j++) {
                a[rowK + j] *= inverse;
            }
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    int rowI = i * stride;
                    double factor = a[rowI + k];
                    a[rowI + k] = 0;
                    subtract(a, rowI, factor, rowK, n);
                }
            }
        }
        return logDeterminant;
    }

    private static void subtract(double[] a, int target, double factor, int source, int n) {
        for (int j = 0; j < n; j++) {
            a[target + j] -= factor * a[source + j];
        }
    }
}
