package studio.server.queue;

import java.util.Random;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;

/** A seeded random walk with slow waves, so that a moving-average cross finds trades. */
final class SimulatedCandles {
    private static final long START = 1_704_067_200_000L;

    private SimulatedCandles() {}

    static Candles hours(int count, long seed) {
        Random random = new Random(seed);
        long[] time = new long[count];
        double[] open = new double[count];
        double[] high = new double[count];
        double[] low = new double[count];
        double[] close = new double[count];
        double[] volume = new double[count];
        double price = 100;
        for (int i = 0; i < count; i++) {
            time[i] = START + i * Timeframe.H1.millis();
            open[i] = price;
            price *= 1 + 0.004 * Math.sin(i / 30.0) + 0.004 * random.nextGaussian();
            close[i] = price;
            high[i] = Math.max(open[i], close[i]) * (1 + 0.002 * random.nextDouble());
            low[i] = Math.min(open[i], close[i]) * (1 - 0.002 * random.nextDouble());
            volume[i] = 1 + random.nextDouble();
        }
        return new Candles(Timeframe.H1, time, open, high, low, close, volume);
    }
}
