package studio.engine.trust;

import studio.engine.market.Candles;
import studio.engine.search.SeededRandom;

/**
 * A series whose bars happen in another order (Masters, Permutation and Randomization Tests for Trading System
 * Development, 2020): the ways inside bars, high, low and close over open with the volume, are shuffled by one
 * permutation, the gaps from each close to the next open by another. The distributions of both and the whole way from
 * the first open to the last close stay; every order in time is gone, that of volatility included.
 */
final class BarPermutation {
    private BarPermutation() {}

    /** Bars {@code fromBar..toBar} of the series, shuffled; the times stay where they are. */
    static Candles of(Candles candles, int fromBar, int toBar, long seed) {
        int n = toBar - fromBar;
        SeededRandom random = new SeededRandom(seed);
        int[] inside = shuffled(n, 0, random);
        int[] between = shuffled(n, 1, random);
        long[] time = java.util.Arrays.copyOfRange(candles.time(), fromBar, toBar);
        double[] open = new double[n];
        double[] high = new double[n];
        double[] low = new double[n];
        double[] close = new double[n];
        double[] volume = new double[n];
        for (int i = 0; i < n; i++) {
            int bar = fromBar + inside[i];
            int gap = fromBar + between[i];
            open[i] =
                    i == 0 ? candles.open()[fromBar] : close[i - 1] * (candles.open()[gap] / candles.close()[gap - 1]);
            close[i] = open[i] * (candles.close()[bar] / candles.open()[bar]);
            // Rounding must not put open or close outside of the bar.
            high[i] = Math.max(Math.max(open[i], close[i]), open[i] * (candles.high()[bar] / candles.open()[bar]));
            low[i] = Math.min(Math.min(open[i], close[i]), open[i] * (candles.low()[bar] / candles.open()[bar]));
            volume[i] = candles.volume()[bar];
        }
        return new Candles(candles.clock(), time, open, high, low, close, volume);
    }

    /** 0..n-1 with those from {@code first} on in random order (Fisher and Yates). */
    private static int[] shuffled(int n, int first, SeededRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > first; i--) {
            int other = first + random.nextInt(i - first + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }
}
