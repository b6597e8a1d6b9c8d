package studio.model.market;

/**
 * Data quality of a series, measured on all its candles.
 *
 * @param gaps places where neighbouring candles are more than one timeframe apart
 * @param missingCandles candles absent in those places
 * @param zeroVolumeShare fraction of candles without volume, 0..1
 * @param flatShare fraction with open = high = low = close, 0..1
 * @param impossible candles with low above high, open or close outside them, or a non-positive or non-finite figure
 */
public record CandleQuality(
        long candles, long gaps, long missingCandles, double zeroVolumeShare, double flatShare, long impossible) {}
