package studio.model.market;

/**
 * What resampling did.
 *
 * @param read candles of the shorter timeframe
 * @param leftOut candles of the longer one at the series' ends that its candles do not fill
 */
public record ResampleReport(
        String exchange,
        String symbol,
        Timeframe timeframe,
        Timeframe to,
        long read,
        long inserted,
        long updated,
        long unchanged,
        long leftOut) {}
