package studio.server.pipeline;

import java.time.Duration;
import java.util.List;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;
import studio.model.result.WindowPlan;
import studio.server.progress.WorkPlan;

/** How much work a training is: the same for the job that runs and for the preflight of one that may. */
public final class WorkPlans {
    private WorkPlans() {}

    /**
     * @param trials of the optimization
     * @param candles after filters
     * @param windows of the walk-forward; empty without validation
     */
    public static WorkPlan of(
            String strategy,
            OptimizerKind optimizer,
            long trials,
            int candles,
            Timeframe timeframe,
            List<WindowPlan> windows) {
        long perWindow = WalkForwardPlan.trialsPerWindow(optimizer, trials);
        double trainCandles = windows.stream()
                .mapToLong(window ->
                        Duration.between(window.trainStart(), window.trainEnd()).toMillis() / timeframe.millis())
                .average()
                .orElse(0);
        return new WorkPlan(
                strategy,
                optimizer.wireName(),
                trials,
                candles,
                windows.size() * perWindow,
                Math.min(candles, Math.round(trainCandles)),
                optimizer.learns());
    }
}
