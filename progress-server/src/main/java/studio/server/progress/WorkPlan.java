package studio.server.progress;

/**
 * How much work a job is, as far as its duration depends on it.
 *
 * @param strategy name
 * @param optimizer wire name
 * @param trials of the optimization
 * @param candles that one of them goes through
 * @param validationTrials over all windows; 0 without validation
 * @param validationCandles that one of those goes through, on average
 * @param modelCostGrows true when the optimizer fits a model to all trials so far
 */
public record WorkPlan(
        String strategy,
        String optimizer,
        long trials,
        long candles,
        long validationTrials,
        long validationCandles,
        boolean modelCostGrows) {}
