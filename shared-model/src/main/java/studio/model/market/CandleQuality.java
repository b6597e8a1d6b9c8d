package studio.model.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data quality of a series, measured on all its candles.
 *
 * @param gaps places where candles are absent although the market trades
 * @param missingCandles candles absent in those places
 * @param closedCandles places of the timeframe's grid without a candle because the market is closed: nights, weekends
 *     and holidays of the series' calendar; not missing
 * @param zeroVolumeShare fraction of candles without volume, 0..1
 * @param flatShare fraction with open = high = low = close, 0..1
 * @param impossible candles with low above high, open or close outside them, or a non-positive or non-finite figure
 * @param outliers candles that move more than 20 times as far as those before them did on average
 * @param frozenTail flat candles at the series' end that all stand at one price; 0 or 1 is normal
 * @param revised candles whose figures an import or backfill has changed since they were first stored
 * @param score 0 (useless) to 100 (flawless): 100 less the points of all parts; null on jobs of versions without it
 * @param parts what took points away and what did not; null on jobs of versions without them
 * @param suspectedSplits jumps to a simple multiple or fraction of the price that stay: splits that the prices were not
 *     adjusted for, it seems; null on jobs of versions that did not look for them
 */
public record CandleQuality(
        long candles,
        long gaps,
        long missingCandles,
        long closedCandles,
        double zeroVolumeShare,
        double flatShare,
        long impossible,
        long outliers,
        long frozenTail,
        long revised,
        @Nullable Double score,
        @Nullable List<QualityPart> parts,
        @Nullable Long suspectedSplits) {}
