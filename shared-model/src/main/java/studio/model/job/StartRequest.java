package studio.model.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;

/**
 * What an analyst asks for, as given: a null field was not given and takes its default in {@link #toSpec}.
 *
 * <p>Ranges and defaults are those of the wire contract; {@link StartRequestRules} checks them.
 *
 * @param strategyVersion of a written strategy; null for its newest one, and for any other strategy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartRequest(
        @Nullable String strategy,
        @Nullable Integer strategyVersion,
        @Nullable String symbol,
        @Nullable String exchange,
        @Nullable Timeframe timeframe,
        @Nullable OptimizerKind optimizer,
        @Nullable Integer lookbackDays,
        @Nullable Integer lookbackCandles,
        @JsonProperty("n_iterations") @Nullable Integer iterations,
        @Nullable Objective objective,
        @Nullable Integer minTrades,
        @Nullable Long seed,
        @Nullable Map<String, ParameterRange> parameterSpace,
        @Nullable Boolean runValidation,
        @Nullable ValidationRequest validation,
        @Nullable CostRequest costs,
        @Nullable DataQualityRequest dataQuality,
        @Nullable String name,
        @Nullable String note,
        @Nullable List<String> tags,
        @Nullable String createdBy) {

    /** Only the four required fields; everything else takes its default. */
    public static StartRequest of(String strategy, String exchange, String symbol, Timeframe timeframe) {
        return new StartRequest(
                strategy, null, symbol, exchange, timeframe, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    /** The same request for that version of its strategy. */
    public StartRequest withStrategyVersion(@Nullable Integer version) {
        return new StartRequest(
                strategy,
                version,
                symbol,
                exchange,
                timeframe,
                optimizer,
                lookbackDays,
                lookbackCandles,
                iterations,
                objective,
                minTrades,
                seed,
                parameterSpace,
                runValidation,
                validation,
                costs,
                dataQuality,
                name,
                note,
                tags,
                createdBy);
    }
}
