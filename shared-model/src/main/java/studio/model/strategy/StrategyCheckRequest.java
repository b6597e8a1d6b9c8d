package studio.model.strategy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.CostRequest;
import studio.model.market.Timeframe;

/**
 * A text to be checked, and to be tried on a series if one is given.
 *
 * @param name the strategy that is edited, for the count of its family's trials; null for a new one
 * @param exchange with symbol and timeframe: the series to try it on; null for a check alone
 * @param lookbackCandles the newest candles to use, at most 500,000; null for 100,000
 * @param parameters values of inputs that differ from their defaults
 */
public record StrategyCheckRequest(
        @Nullable String text,
        @Nullable String name,
        @Nullable String exchange,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        @Nullable Integer lookbackCandles,
        @Nullable Map<String, Object> parameters,
        @Nullable CostRequest costs) {}
