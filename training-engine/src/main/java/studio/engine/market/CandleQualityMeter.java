package studio.engine.market;

import studio.model.market.CandleQuality;

/** Measures the data quality of a series. */
public final class CandleQualityMeter {
    private CandleQualityMeter() {}

    /** All figures of {@link CandleQuality} for candles that were never revised. */
    public static CandleQuality measure(Candles candles) {
        return measure(candles, 0);
    }

    /**
     * All figures of {@link CandleQuality} by the series' clock; shares are 0 for an empty series.
     *
     * @param revised candles whose figures were changed after they were first stored
     */
    public static CandleQuality measure(Candles c, long revised) {
        QualityMeter meter = new QualityMeter(c.clock());
        for (int i = 0; i < c.size(); i++) {
            meter.candle(c.time()[i], c.open()[i], c.high()[i], c.low()[i], c.close()[i], c.volume()[i]);
        }
        return meter.quality(revised);
    }

    /** True when open, high, low and close are the same. */
    public static boolean isFlat(Candles c, int bar) {
        return c.open()[bar] == c.high()[bar] && c.high()[bar] == c.low()[bar] && c.low()[bar] == c.close()[bar];
    }

    /** True when no market can have made this candle: not finite, not positive, or open or close outside low..high. */
    public static boolean isImpossible(Candles c, int bar) {
        return isImpossible(c.open()[bar], c.high()[bar], c.low()[bar], c.close()[bar], c.volume()[bar]);
    }

    static boolean isImpossible(double open, double high, double low, double close, double volume) {
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
