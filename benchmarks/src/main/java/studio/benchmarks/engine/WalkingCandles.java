package studio.benchmarks.engine;

import java.util.SplittableRandom;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;

/** A seeded random walk of five-minute candles with volume spikes. */
final class WalkingCandles {
    private static final long FIRST = 1_735_689_600_000L;

    private WalkingCandles() {}

    static Candles of(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] time = new long[size];
        double[][] columns = new double[5][size];
        double last = 100;
        for (int i = 0; i < size; i++) {
            time[i] = FIRST + i * Timeframe.M5.millis();
            double close = last * (1 + 0.004 * (random.nextDouble() - 0.5));
            columns[0][i] = last;
            columns[1][i] = Math.max(last, close) * (1 + 0.002 * random.nextDouble());
            columns[2][i] = Math.min(last, close) * (1 - 0.002 * random.nextDouble());
            columns[3][i] = close;
            columns[4][i] = (1 + random.nextDouble()) * (random.nextInt(12) == 0 ? 5 : 1);
            last = close;
        }
        return new Candles(Timeframe.M5, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
