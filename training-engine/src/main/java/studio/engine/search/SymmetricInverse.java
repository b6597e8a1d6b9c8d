package studio.engine.search;

/**
 * Inverts a positive definite matrix in place by the sweep operator (Goodnight 1979) on its lower half, row by row so
 * that the inner loop runs on vectors.
 */
final class SymmetricInverse {

    private SymmetricInverse() {}

    /**
     * Replaces the leading n × n block by its inverse; only the lower half of it is read.
     *
     * @param stride length of a row in {@code a}
     * @return logarithm of the determinant; NaN when the matrix is not positive definite, and then {@code a} is spoilt
     */
    static double invert(double[] a, int n, int stride) {
        double logDeterminant = 0;
        double[] column = new double[n];
        double[] scaled = new double[n];
        for (int k = 0; k < n; k++) {
            double pivot = a[k * stride + k];
            if (!(pivot > 1e-14)) {
                return Double.NaN;
            }
            logDeterminant += StrictMath.log(pivot);
            for (int i = 0; i < n; i++) {
                column[i] = i <= k ? a[k * stride + i] : a[i * stride + k];
                scaled[i] = column[i] / pivot;
            }
            // Row and column k are zero while the others are swept, and set afterwards.
            scaled[k] = 0;
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    subtract(a, i * stride, column[i], scaled, i + 1);
                }
            }
            for (int i = 0; i < n; i++) {
                a[i <= k ? k * stride + i : i * stride + k] = i == k ? -1 / pivot : scaled[i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = -a[i * stride + j];
                a[i * stride + j] = entry;
                a[j * stride + i] = entry;
            }
        }
        return logDeterminant;
    }

    private static void subtract(double[] a, int target, double factor, double[] source, int n) {
        for (int j = 0; j < n; j++) {
            a[target + j] -= factor * source[j];
        }
    }
}
