package studio.model.job;

import org.jspecify.annotations.Nullable;

/** Candle filters as an analyst gives them; a null field means off. */
public record DataQualityRequest(
        @Nullable Boolean dropZeroVolume,
        @Nullable Boolean dropFlat,
        @Nullable Integer maxGapCandles) {

    /** The filters with defaults filled in. */
    public DataQualitySettings withDefaults() {
        return new DataQualitySettings(
                Boolean.TRUE.equals(dropZeroVolume), Boolean.TRUE.equals(dropFlat), maxGapCandles);
    }
}
