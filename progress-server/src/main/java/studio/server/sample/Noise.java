package studio.server.sample;

/**
 * A seeded stream of random figures that is the same on every Java version: SplitMix64 (Steele, Lea and Flood 2014) and
 * the Box–Muller transform, both written out, because the JDK may change the algorithms behind its own. Not
 * thread-safe.
 */
final class Noise {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Noise(long seed) {
        this.state = seed;
    }

    /** Even in [0, 1). */
    double uniform() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** Even in [from, to). */
    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Standard normal. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }
}
