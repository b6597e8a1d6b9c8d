package studio.model.market;

/**
 * One reason for a series' score.
 *
 * @param name {@code missing, zero_volume, flat, outliers, frozen_tail, revised} or {@code impossible}
 * @param count candles concerned
 * @param share of the candles, 0..1; for missing ones of those that should be there
 * @param pointsLost of the 100 that a flawless series has, 0 or more
 */
public record QualityPart(String name, long count, double share, double pointsLost) {}
