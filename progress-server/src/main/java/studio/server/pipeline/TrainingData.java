package studio.server.pipeline;

import org.jspecify.annotations.Nullable;
import studio.engine.backtest.Backtest;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSpace;
import studio.engine.strategy.Strategy;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.TrainingSpec;
import studio.model.result.DataReport;

/**
 * What the first step leaves for the others.
 *
 * @param spec with the walk-forward windows that are used
 * @param candles after filters
 * @param backtest over them, with the job's costs
 * @param plannedTrials of the optimization
 * @param windows null without validation
 */
record TrainingData(
        TrainingSpec spec,
        Strategy strategy,
        ParameterSpace space,
        Candles candles,
        DataReport report,
        Backtest backtest,
        int plannedTrials,
        @Nullable WalkForwardPlan windows) {}
