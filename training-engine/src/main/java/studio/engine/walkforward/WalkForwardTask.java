package studio.engine.walkforward;

import java.util.List;
import studio.engine.backtest.Backtest;
import studio.engine.market.Candles;
import studio.engine.search.CancellationToken;
import studio.engine.search.ParameterSpace;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.result.WindowResult;

/**
 * What a walk-forward is to do.
 *
 * @param seed the job's; each window derives its own from it
 * @param trialsPerWindow budget on each train part, see {@link WalkForwardPlan#trialsPerWindow}
 * @param candles the series that {@code backtest} runs on
 * @param minTrades a run with fewer trades is infeasible, on the train and on the test part
 * @param finished windows that were done before; they are not run again
 */
public record WalkForwardTask(
        WalkForwardPlan plan,
        OptimizerKind optimizer,
        ParameterSpace space,
        long seed,
        int trialsPerWindow,
        Backtest backtest,
        Candles candles,
        Objective objective,
        int minTrades,
        List<WindowResult> finished,
        WalkForwardListener listener,
        CancellationToken cancel) {

    public WalkForwardTask {
        if (trialsPerWindow < 1) {
            throw new IllegalArgumentException("trialsPerWindow = " + trialsPerWindow + " is below 1");
        }
        finished = List.copyOf(finished);
    }
}
