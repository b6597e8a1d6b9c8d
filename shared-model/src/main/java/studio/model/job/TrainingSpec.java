package studio.model.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;

/**
 * A valid request with every default filled in: what the pipeline runs.
 *
 * <p>The same spec on the same candles gives the same trials and the same result.
 *
 * @param strategyVersion of a written strategy; null, and absent in JSON, for any other: a search that was counted before
 *     strategies had versions keeps its key in the ledger of trials
 * @param lookbackDays days back from the last stored candle; null when {@code lookbackCandles} is given
 * @param lookbackCandles candles back from the last stored one; null when {@code lookbackDays} is given
 * @param minTrades a trial with fewer trades is infeasible
 * @param seed the one given, or the one that the server drew
 * @param parameterSpace the analyst's own ranges; parameters not in it keep the strategy's
 * @param validation null means: {@link ValidationSettings#standard()}, scaled down when the data holds fewer than three
 *     such windows
 */
public record TrainingSpec(
        String strategy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer strategyVersion,
        String symbol,
        String exchange,
        Timeframe timeframe,
        OptimizerKind optimizer,
        @Nullable Integer lookbackDays,
        @Nullable Integer lookbackCandles,
        @JsonProperty("n_iterations") int iterations,
        Objective objective,
        int minTrades,
        long seed,
        Map<String, ParameterRange> parameterSpace,
        boolean runValidation,
        @Nullable ValidationSettings validation,
        CostSettings costs,
        DataQualitySettings dataQuality) {

    public static final int DEFAULT_LOOKBACK_DAYS = 365;
    public static final int DEFAULT_ITERATIONS = 200;
    public static final int DEFAULT_MIN_TRADES = 10;

    /**
     * Fills in the defaults of a request.
     *
     * @param drawnSeed the seed to use when the request has none
     * @throws IllegalArgumentException when a required field is missing; see {@link StartRequestRules}
     */
    public static TrainingSpec from(StartRequest request, long drawnSeed) {
        ValidationRequest windows = request.validation();
        CostRequest costs = request.costs();
        DataQualityRequest quality = request.dataQuality();
        Map<String, ParameterRange> space = request.parameterSpace();
        return new TrainingSpec(
                required("strategy", request.strategy()),
                request.strategyVersion(),
                required("symbol", request.symbol()),
                required("exchange", request.exchange()),
                required("timeframe", request.timeframe()),
                orElse(request.optimizer(), OptimizerKind.BAYESIAN),
                request.lookbackCandles() != null ? null : orElse(request.lookbackDays(), DEFAULT_LOOKBACK_DAYS),
                request.lookbackCandles(),
                orElse(request.iterations(), DEFAULT_ITERATIONS),
                orElse(request.objective(), Objective.SHARPE_RATIO),
                orElse(request.minTrades(), DEFAULT_MIN_TRADES),
                orElse(request.seed(), drawnSeed),
                space == null ? Map.of() : Map.copyOf(space),
                orElse(request.runValidation(), true),
                windows == null ? null : windows.withDefaults(),
                costs == null ? CostSettings.standard() : costs.withDefaults(),
                quality == null ? DataQualitySettings.off() : quality.withDefaults());
    }

    /** The same spec with that version of its strategy. */
    public TrainingSpec withStrategyVersion(@Nullable Integer version) {
        return new TrainingSpec(
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
                dataQuality);
    }

    /** The same spec with these walk-forward windows, which will be run. */
    public TrainingSpec withValidation(ValidationSettings windows) {
        return new TrainingSpec(
                strategy,
                strategyVersion,
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
                true,
                windows,
                costs,
                dataQuality);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is required");
        }
        return value;
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
