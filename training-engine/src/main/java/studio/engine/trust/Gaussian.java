package studio.engine.trust;

import org.hipparchus.special.Erf;

/** The standard normal distribution, by Hipparchus' error function. */
final class Gaussian {
    private static final double ROOT_2 = Math.sqrt(2);
    private static final double ROOT_2_PI = Math.sqrt(2 * Math.PI);

    private Gaussian() {}

    /** Probability of a value up to {@code x}; relative error below 1e-13. */
    static double cdf(double x) {
        return 0.5 * Erf.erfc(-x / ROOT_2);
    }

    /**
     * The value that is not exceeded with that probability; error below 1e-11 from 1e-12 up. The inverse error function
     * alone is wrong by 1e-8 in the tails, so that a Newton step follows it.
     *
     * @param probability inside 0..1, both exclusive; near 1 prefer {@code -quantile(1 - p)}
     */
    static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability = " + probability + " is not inside 0..1");
        }
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        double near = -ROOT_2 * Erf.erfcInv(2 * probability);
        double density = Math.exp(-near * near / 2) / ROOT_2_PI;
        return near - (cdf(near) - probability) / density;
    }
}
