package studio.server.configuration;

import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;
import studio.model.result.LifecycleStage;

/**
 * Which saved configurations are wanted; a null criterion lets every one pass.
 *
 * @param limit 1..500, the newest first
 */
public record ConfigurationFilter(
        @Nullable String strategy,
        @Nullable String symbol,
        @Nullable String exchange,
        @Nullable Timeframe timeframe,
        @Nullable LifecycleStage stage,
        int limit) {
    public static final int MAX_LIMIT = 500;

    public ConfigurationFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit = " + limit + " is not in 1.." + MAX_LIMIT);
        }
    }

    /** The newest, unfiltered. */
    public static ConfigurationFilter newest(int limit) {
        return new ConfigurationFilter(null, null, null, null, null, limit);
    }
}
