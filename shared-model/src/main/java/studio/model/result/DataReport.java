package studio.model.result;

import java.time.Instant;
import studio.model.market.CandleQuality;

/**
 * The candles that a job used.
 *
 * @param candles after filters
 * @param droppedZeroVolume candles removed by the analyst's filter
 * @param droppedFlat candles removed by the analyst's filter
 * @param fingerprint SHA-256 over all candles used, in hexadecimal
 */
public record DataReport(
        Instant first,
        Instant last,
        int candles,
        int droppedZeroVolume,
        int droppedFlat,
        CandleQuality quality,
        String fingerprint) {}
