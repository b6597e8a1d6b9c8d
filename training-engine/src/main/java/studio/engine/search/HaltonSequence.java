package studio.engine.search;

/** Halton's low-discrepancy sequence with seeded random digit permutations (one per coordinate and digit). */
final class HaltonSequence {
    private final int[] bases;
    private final long seed;

    HaltonSequence(int dimensions, long seed) {
        this.bases = primes(dimensions);
        this.seed = seed;
    }

    /** The point of that index, from 1. */
    double[] point(int index) {
        double[] point = new double[bases.length];
        for (int d = 0; d < point.length; d++) {
            point[d] = scrambled(index, d);
        }
        return point;
    }

    private double scrambled(int index, int d) {
        int base = bases[d];
        double place = 1;
        double value = 0;
        int rest = index;
        for (int digit = 0; place > 1e-12; digit++) {
            place /= base;
            int[] order = order(base, SeededRandom.mix(SeededRandom.mix(seed, d), digit));
            value += order[rest % base] * place;
            rest /= base;
        }
        return Math.min(value, 1 - 0x1.0p-53);
    }

    private static int[] order(int base, long seed) {
        SeededRandom random = new SeededRandom(seed);
        int[] order = new int[base];
        for (int i = 0; i < base; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static int[] primes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            boolean prime = true;
            for (int i = 0; i < found && prime; i++) {
                prime = candidate % primes[i] != 0;
            }
            if (prime) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }
}
