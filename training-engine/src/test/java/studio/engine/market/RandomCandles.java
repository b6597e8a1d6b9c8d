package studio.engine.market;

import java.util.Arrays;
import java.util.SplittableRandom;
import studio.model.market.Timeframe;

/** Seeded candles with gaps between bars, volume spikes and flat stretches: every rule gets its cases. */
public final class RandomCandles {
    private RandomCandles() {}

    public static Candles of(long seed, int n, Timeframe timeframe) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] time = new long[n];
        double[] open = new double[n];
        double[] high = new double[n];
        double[] low = new double[n];
        double[] close = new double[n];
        double[] volume = new double[n];
        double last = 100;
        for (int i = 0; i < n; i++) {
            time[i] = 1_700_000_000_000L + i * timeframe.millis();
            boolean flat = random.nextInt(50) == 0;
            open[i] = last * (1 + (random.nextInt(10) == 0 ? 0.01 * (random.nextDouble() - 0.5) : 0));
            close[i] = flat ? open[i] : open[i] * (1 + 0.006 * (random.nextDouble() - 0.5));
            high[i] = Math.max(open[i], close[i]) * (flat ? 1 : 1 + 0.003 * random.nextDouble());
            low[i] = Math.min(open[i], close[i]) * (flat ? 1 : 1 - 0.003 * random.nextDouble());
            volume[i] = flat ? 0 : 1 + random.nextDouble() * (random.nextInt(8) == 0 ? 12 : 2);
            last = close[i];
        }
        return new Candles(timeframe, time, open, high, low, close, volume);
    }

    /** The first bars of a series, copied. */
    public static Candles firstOf(Candles c, int n) {
        return new Candles(
                c.timeframe(),
                Arrays.copyOf(c.time(), n),
                Arrays.copyOf(c.open(), n),
                Arrays.copyOf(c.high(), n),
                Arrays.copyOf(c.low(), n),
                Arrays.copyOf(c.close(), n),
                Arrays.copyOf(c.volume(), n));
    }
}
