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

    /** The same candles with some of them missing, now and then many in a row. */
    public static Candles withGaps(Candles c, SplittableRandom random) {
        long[] time = c.time().clone();
        long shift = 0;
        for (int i = 0; i < time.length; i++) {
            int kind = random.nextInt(40);
            shift += kind == 0 ? 1 : kind == 1 ? random.nextInt(200) : 0;
            time[i] += shift * c.timeframe().millis();
        }
        return new Candles(c.timeframe(), time, c.open(), c.high(), c.low(), c.close(), c.volume());
    }

    /** The first bars of a series, copied. */
    public static Candles firstOf(Candles c, int n) {
        return between(c, 0, n);
    }

    /** A stretch of a series, copied; the end is exclusive. */
    public static Candles between(Candles c, int from, int to) {
        return new Candles(
                c.timeframe(),
                Arrays.copyOfRange(c.time(), from, to),
                Arrays.copyOfRange(c.open(), from, to),
                Arrays.copyOfRange(c.high(), from, to),
                Arrays.copyOfRange(c.low(), from, to),
                Arrays.copyOfRange(c.close(), from, to),
                Arrays.copyOfRange(c.volume(), from, to));
    }
}
