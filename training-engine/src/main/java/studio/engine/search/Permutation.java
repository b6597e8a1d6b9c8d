package studio.engine.search;

/**
 * A seeded permutation of 0..size-1 in constant memory: a Feistel network on the next even power of two, walked until
 * it lands inside (Black and Rogaway 2002, "cycle walking"). Immutable.
 */
final class Permutation {
    private static final int ROUNDS = 6;

    private final long size;
    private final int halfBits;
    private final long mask;
    private final long[] keys = new long[ROUNDS];

    Permutation(long size, long seed) {
        this.size = size;
        int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1)));
        this.halfBits = (bits + 1) / 2;
        this.mask = (1L << halfBits) - 1;
        SeededRandom random = new SeededRandom(seed);
        for (int r = 0; r < ROUNDS; r++) {
            keys[r] = random.nextLong();
        }
    }

    long at(long index) {
        long value = index;
        do {
            value = once(value);
        } while (value < 0 || value >= size);
        return value;
    }

    private long once(long value) {
        long left = value >>> halfBits;
        long right = value & mask;
        for (long key : keys) {
            long mixed = left ^ (SeededRandom.mix(key, right) & mask);
            left = right;
            right = mixed;
        }
        return (left << halfBits) | right;
    }
}
