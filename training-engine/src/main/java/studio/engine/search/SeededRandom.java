package studio.engine.search;

/**
 * SplitMix64 (Steele, Lea, Flood 2014), written out so that a seed gives the same numbers on every JDK. Not
 * thread-safe.
 */
public final class SeededRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public SeededRandom(long seed) {
        this.state = seed;
    }

    /** A well mixed function of two numbers: derives independent seeds. */
    public static long mix(long a, long b) {
        return finish(finish(a + GOLDEN) ^ (b * GOLDEN + 0x632BE59BD9B4E019L));
    }

    private static long finish(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long nextLong() {
        state += GOLDEN;
        return finish(state);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0..bound-1. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** Standard normal, by the polar method. */
    public double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
