package studio.engine.strategy;

import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;

/**
 * Running counts of candles that closed above (below) their open: any stretch is counted by one subtraction.
 *
 * @param rising per bar, how many bars before it closed above their open; one entry more than there are bars
 * @param falling the same for below
 */
record CandleCounts(int[] rising, int[] falling) {
    static CandleCounts shared(IndicatorCache data) {
        return data.shared("candle-counts", CandleCounts.class, () -> of(data.candles()));
    }

    private static CandleCounts of(Candles candles) {
        int n = candles.size();
        int[] rising = new int[n + 1];
        int[] falling = new int[n + 1];
        for (int t = 0; t < n; t++) {
            double body = candles.close()[t] - candles.open()[t];
            rising[t + 1] = rising[t] + (body > 0 ? 1 : 0);
            falling[t + 1] = falling[t] + (body < 0 ? 1 : 0);
        }
        return new CandleCounts(rising, falling);
    }

    /** Rising candles in {@code fromBar..toBar}, both inclusive. */
    int rising(int fromBar, int toBar) {
        return rising[toBar + 1] - rising[fromBar];
    }

    /** Falling candles in {@code fromBar..toBar}, both inclusive. */
    int falling(int fromBar, int toBar) {
        return falling[toBar + 1] - falling[fromBar];
    }
}
