package studio.engine.search;

/**
 * Functions that the model needs by the million, in plain arithmetic: {@code Math.exp} may differ in the last bit
 * between machines, and then a job resumed on another one would go another way.
 */
final class KernelMath {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double SMALLEST = -700;
    static final double LOG_SQRT_2_PI = 0.9189385332046727;
    private static final double TAIL = -3;
    private static final int FRACTION_DEPTH = 40;

    private KernelMath() {}

    /** e to the x for x ≤ 0, relative error below 1e-14; 0 below −700. */
    static double expNegative(double x) {
        if (x < SMALLEST) {
            return 0;
        }
        long k = (long) (x * LOG2_E - 0.5);
        double r = x - k * LN2_HIGH - k * LN2_LOW;
        double p = 1.0 / 39916800;
        p = p * r + 1.0 / 3628800;
        p = p * r + 1.0 / 362880;
        p = p * r + 1.0 / 40320;
        p = p * r + 1.0 / 5040;
        p = p * r + 1.0 / 720;
        p = p * r + 1.0 / 120;
        p = p * r + 1.0 / 24;
        p = p * r + 1.0 / 6;
        p = p * r + 0.5;
        p = p * r + 1;
        p = p * r + 1;
        return p * Double.longBitsToDouble((k + 1023) << 52);
    }

    /** Standard normal density. */
    static double density(double z) {
        return expNegative(-0.5 * z * z - LOG_SQRT_2_PI);
    }

    /** Standard normal distribution function, by Marsaglia's series (2004); exact to the last digits for z ≥ −3, to 1e-16 absolutely below. */
    static double distribution(double z) {
        if (Math.abs(z) > 8) {
            return z > 0 ? 1 : 0;
        }
        double term = z;
        double sum = z;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && i < 400; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * density(z);
    }

    /** Φ(z) ÷ φ(z) for z far below 0, by its continued fraction. */
    private static double tailRatio(double z) {
        double x = -z;
        double fraction = x;
        for (int i = FRACTION_DEPTH; i >= 1; i--) {
            fraction = x + i / fraction;
        }
        return 1 / fraction;
    }

    /** Logarithm of the standard normal distribution function. */
    static double logDistribution(double z) {
        return z < TAIL ? -0.5 * z * z - LOG_SQRT_2_PI + StrictMath.log(tailRatio(z)) : StrictMath.log(distribution(z));
    }

    /** φ(z) ÷ Φ(z), the derivative of {@link #logDistribution}. */
    static double densityShare(double z) {
        return z < TAIL ? 1 / tailRatio(z) : density(z) / distribution(z);
    }

    /**
     * Expected improvement of a standard normal over −z, as log h(z) with h = φ + zΦ, and its two derivatives over h:
     * out[0] = log h, out[1] = Φ ÷ h, out[2] = φ ÷ h.
     */
    static void logImprovement(double z, double[] out) {
        if (z >= TAIL) {
            double density = density(z);
            double distribution = distribution(z);
            double h = density + z * distribution;
            out[0] = StrictMath.log(h);
            out[1] = distribution / h;
            out[2] = density / h;
            return;
        }
        double ratio = tailRatio(z);
        // 1 − |z|·ratio cancels far out, where it tends to 1 ÷ z².
        double share = z < -1e4 ? 1 / (z * z) : 1 + z * ratio;
        out[0] = -0.5 * z * z - LOG_SQRT_2_PI + StrictMath.log(share);
        out[1] = ratio / share;
        out[2] = 1 / share;
    }
}
