package studio.model.market;

import org.jspecify.annotations.Nullable;

/**
 * Candles to be summed up to longer ones.
 *
 * @param timeframe of the series held
 * @param to the longer timeframe, a multiple of it
 */
public record ResampleRequest(
        @Nullable String exchange,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        @Nullable Timeframe to) {}
