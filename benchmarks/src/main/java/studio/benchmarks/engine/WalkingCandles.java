package studio.benchmarks.engine;

import java.util.SplittableRandom;
import studio.engine.market.Candles;
import studio.model.market.Timeframe;

/**
 * A seeded walk of five-minute candles with the habits that matter to speed: busy and quiet times follow each other in
 * volume and in range. Made like BTC/USDT of 2024–2025: a candle moves 0.11 % on average and spans 0.2 %; its volume is
 * at least 1.5, 2.5 and 4 times the 20-bar mean in 15, 5 and 1 of 100 candles.
 */
final class WalkingCandles {
    private static final long FIRST = 1_735_689_600_000L;
    private static final double PERSISTENCE = 0.9;

    private WalkingCandles() {}

    static Candles of(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] time = new long[size];
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        double last = 60_000;
        double activity = 0;
        for (int i = 0; i < size; i++) {
            activity = PERSISTENCE * activity + 0.3 * normal(random);
            double move = 0.0012 * Math.exp(0.4 * activity) * normal(random);
            double wick = 0.00045 * Math.exp(0.4 * activity);
            time[i] = FIRST + i * Timeframe.M5.millis();
            open[i] = last;
            close[i] = last * (1 + move);
            high[i] = Math.max(open[i], close[i]) * (1 + 2 * wick * random.nextDouble());
            low[i] = Math.min(open[i], close[i]) * (1 - 2 * wick * random.nextDouble());
            volume[i] = 100 * Math.exp(0.5 * activity + 150 * Math.abs(move) + 0.45 * normal(random));
            last = close[i];
        }
        return new Candles(Timeframe.M5, time, open, high, low, close, volume);
    }

    /** The same candles without open, high and low of their own: every price of a candle is its close. */
    static Candles closesOnly(Candles c) {
        return new Candles(c.timeframe(), c.time(), c.close(), c.close(), c.close(), c.close(), c.volume());
    }

    /** Nearly normal: twelve uniform draws (Irwin–Hall). */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
