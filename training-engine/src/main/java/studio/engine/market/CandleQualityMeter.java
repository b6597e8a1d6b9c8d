package studio.engine.market;

import studio.model.market.CandleQuality;

/** Measures the data quality of a series. */
public final class CandleQualityMeter {
    private CandleQualityMeter() {}

    /** All figures of {@link CandleQuality}; shares are 0 for an empty series. */
    public static CandleQuality measure(Candles candles) {
        int n = candles.size();
        long step = candles.timeframe().millis();
        long gaps = 0;
        long missing = 0;
        long zeroVolume = 0;
        long flat = 0;
        long impossible = 0;
        for (int i = 0; i < n; i++) {
            long distance = i == 0 ? step : candles.time()[i] - candles.time()[i - 1];
            if (distance > step) {
                gaps++;
                missing += distance / step - 1;
            }
            if (candles.volume()[i] == 0) {
                zeroVolume++;
            }
            if (isFlat(candles, i)) {
                flat++;
            }
            if (isImpossible(candles, i)) {
                impossible++;
            }
        }
        return new CandleQuality(
                n, gaps, missing, n == 0 ? 0 : (double) zeroVolume / n, n == 0 ? 0 : (double) flat / n, impossible);
    }

    /** The longest run of missing candles between two neighbours; 0 without a gap. */
    public static long longestGap(Candles candles) {
        long step = candles.timeframe().millis();
        long longest = 0;
        for (int i = 1; i < candles.size(); i++) {
            longest = Math.max(longest, (candles.time()[i] - candles.time()[i - 1]) / step - 1);
        }
        return longest;
    }

    /** True when open, high, low and close are the same. */
    public static boolean isFlat(Candles c, int bar) {
        return c.open()[bar] == c.high()[bar] && c.high()[bar] == c.low()[bar] && c.low()[bar] == c.close()[bar];
    }

    /** True when no market can have made this candle: not finite, not positive, or open or close outside low..high. */
    public static boolean isImpossible(Candles c, int bar) {
        double open = c.open()[bar];
        double high = c.high()[bar];
        double low = c.low()[bar];
        double close = c.close()[bar];
        double volume = c.volume()[bar];
        // Written so that NaN fails every comparison and is caught.
        boolean possible = low > 0
                && high < Double.POSITIVE_INFINITY
                && low <= Math.min(open, close)
                && high >= Math.max(open, close)
                && volume >= 0
                && volume < Double.POSITIVE_INFINITY;
        return !possible;
    }
}
