package studio.model.job;

import org.jspecify.annotations.Nullable;

/**
 * Filters on candles, all off unless the analyst chooses them.
 *
 * @param maxGapCandles more missing candles than this in one gap fail the job; null accepts any gap
 */
public record DataQualitySettings(
        boolean dropZeroVolume, boolean dropFlat, @Nullable Integer maxGapCandles) {

    /** Nothing filtered. */
    public static DataQualitySettings off() {
        return new DataQualitySettings(false, false, null);
    }
}
