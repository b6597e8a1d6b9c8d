package studio.model.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import studio.model.market.CandleQuality;

/**
 * The candles that a job used.
 *
 * @param candles after filters
 * @param droppedZeroVolume candles removed by the analyst's filter
 * @param droppedFlat candles removed by the analyst's filter
 * @param quality of the candles before filters
 * @param fingerprint SHA-256 over all candles used, in hexadecimal
 * @param heldFirst open time of the first candle before filters; null on jobs of versions without it
 * @param heldLast open time of the last one before filters; null on jobs of versions without it
 * @param revision number of the last storing that had changed the series; 0 where it is not known
 * @param comparison of a re-run with the job that it repeats; null for any other job
 */
public record DataReport(
        Instant first,
        Instant last,
        int candles,
        int droppedZeroVolume,
        int droppedFlat,
        CandleQuality quality,
        String fingerprint,
        @Nullable Instant heldFirst,
        @Nullable Instant heldLast,
        long revision,
        @Nullable DataComparison comparison) {}
