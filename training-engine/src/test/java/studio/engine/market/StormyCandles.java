package studio.engine.market;

import java.util.SplittableRandom;
import studio.model.market.Timeframe;

/**
 * Seeded candles with what setups wait for: calm ranges, panics on exploding volume that end in long wicks and a recovery,
 * slow dips out of the range on little volume, bars without volume or movement, and equal highs and lows (one decimal).
 */
public final class StormyCandles {
    private static final int PANIC = 5;

    private StormyCandles() {}

    public static Candles of(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] time = new long[n];
        double[][] c = new double[5][n];
        double price = 100;
        int panic = 0;
        int recovery = 0;
        for (int i = 0; i < n; i++) {
            time[i] = 1_700_000_000_000L + i * Timeframe.M5.millis();
            if (panic == 0 && recovery == 0 && random.nextInt(70) == 0) {
                panic = 2 + random.nextInt(PANIC);
            }
            double move = 0.004 * (random.nextDouble() - 0.5);
            double busy = 0.4 + random.nextDouble();
            if (panic > 0) {
                move -= 0.004 + 0.012 * random.nextDouble();
                busy *= 2 + 4 * random.nextDouble();
                recovery = --panic == 0 ? 2 + random.nextInt(8) : 0;
            } else if (recovery > 0) {
                move += 0.004 * random.nextDouble();
                busy *= 1 + 3 * random.nextDouble();
                recovery--;
            }
            boolean still = random.nextInt(60) == 0;
            boolean gap = random.nextInt(25) == 0;
            double open = gap ? price * (1 + 0.004 * (random.nextDouble() - 0.5)) : price;
            double close = still ? open : open * (1 + move);
            double reach = random.nextInt(6) == 0 ? 0.009 : 0.002;
            c[0][i] = open;
            c[1][i] = still ? open : Math.ceil(10 * Math.max(open, close) * (1 + 0.002 * random.nextDouble())) / 10;
            c[2][i] = still ? open : Math.floor(10 * Math.min(open, close) * (1 - reach * random.nextDouble())) / 10;
            c[3][i] = close;
            c[4][i] = still ? 0 : 100 * busy;
            // Pulled back to 100, so that prices stay in ranges.
            price = close + 0.002 * (100 - close);
        }
        return new Candles(Timeframe.M5, time, c[0], c[1], c[2], c[3], c[4]);
    }
}
