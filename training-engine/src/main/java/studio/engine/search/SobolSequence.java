package studio.engine.search;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Sobol's sequence with the direction numbers of Joe and Kuo (2008), scrambled after Owen (1995): every bit is flipped
 * or not by a seeded hash of the bits before it, which keeps the even spread and makes the points unbiased. Not
 * thread-safe.
 */
final class SobolSequence {
    private static final int BITS = 32;
    private static final double RESOLUTION = 0x1.0p32;

    private final SobolSequenceGenerator generator;
    private final long[] seeds;

    SobolSequence(int dimensions, long seed) {
        this.generator = new SobolSequenceGenerator(dimensions);
        this.seeds = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            seeds[d] = SeededRandom.mix(seed, d);
        }
    }

    /** The next point, every coordinate in (0, 1). */
    double[] next() {
        double[] point = generator.nextVector();
        for (int d = 0; d < point.length; d++) {
            point[d] = (scrambled((long) (point[d] * RESOLUTION), seeds[d]) + 0.5) / RESOLUTION;
        }
        return point;
    }

    private static long scrambled(long plain, long seed) {
        long scrambled = 0;
        for (int bit = 0; bit < BITS; bit++) {
            long before = plain >>> (BITS - bit);
            long flip = SeededRandom.mix(seed + bit, before) >>> (Long.SIZE - 1);
            scrambled = (scrambled << 1) | ((plain >>> (BITS - 1 - bit) & 1) ^ flip);
        }
        return scrambled;
    }
}
