package studio.engine.language.run;

import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.Resampler;
import studio.model.market.Timeframe;

/**
 * A series in longer candles, with indicators of its own. Shared by all trials.
 *
 * @param lastClosed for each bar of the shorter series the last longer candle that has ended when the bar closes; -1 before
 *     the first one
 */
record LongerSeries(IndicatorCache data, int[] lastClosed) {

    /**
     * @throws IllegalArgumentException when the timeframe's name is none, or it is no longer multiple of the series'
     */
    static LongerSeries of(IndicatorCache data, String timeframe) {
        Timeframe to = Timeframe.of(timeframe);
        return data.shared("on " + timeframe, LongerSeries.class, () -> resampled(data.candles(), to));
    }

    private static LongerSeries resampled(Candles candles, Timeframe to) {
        Candles longer = Resampler.resample(candles, to).candles();
        int[] lastClosed = new int[candles.size()];
        int last = -1;
        for (int t = 0; t < lastClosed.length; t++) {
            long closes = candles.closeTime(t);
            while (last + 1 < longer.size() && longer.closeTime(last + 1) <= closes) {
                last++;
            }
            lastClosed[t] = last;
        }
        return new LongerSeries(IndicatorCache.of(longer), lastClosed);
    }

    double[] spread(double[] longer) {
        double[] out = new double[lastClosed.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = lastClosed[t] < 0 ? Double.NaN : longer[lastClosed[t]];
        }
        return out;
    }

    boolean[] spread(boolean[] longer) {
        boolean[] out = new boolean[lastClosed.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = lastClosed[t] >= 0 && longer[lastClosed[t]];
        }
        return out;
    }
}
