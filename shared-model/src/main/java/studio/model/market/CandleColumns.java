package studio.model.market;

/**
 * Candles for drawing, as columns of equal length.
 *
 * @param time open times, epoch milliseconds UTC, ascending
 * @param candlesPerPoint 1, or how many candles each point sums up (first open, highest high, lowest low, last close,
 *     total volume) when the series was thinned
 * @param total candles held between the asked times
 * @param clock says which days they belong to
 */
public record CandleColumns(
        String exchange,
        String symbol,
        Timeframe timeframe,
        int candlesPerPoint,
        long total,
        long[] time,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume,
        SeriesClock clock) {}
