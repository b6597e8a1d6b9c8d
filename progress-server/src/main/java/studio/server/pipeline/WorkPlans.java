package studio.server.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;
import studio.model.progress.StepKey;
import studio.model.result.WindowPlan;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

/** How much work a training is: the same for the job that runs and for the preflight of one that may. */
public final class WorkPlans {
    /** The Bayesian optimizer's model is conditioned on so many trials at most. */
    private static final long MODEL_TRIALS = 250;

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
        long modelTrials = optimizer == OptimizerKind.BAYESIAN ? MODEL_TRIALS : 0;
        List<WorkPhase> phases = new ArrayList<>();
        phases.add(new WorkPhase(StepKey.OPTIMIZATION, WorkPhase.SEARCH, Math.max(1, trials), candles, modelTrials));
        long perWindow = Math.max(1, WalkForwardPlan.trialsPerWindow(optimizer, trials));
        for (WindowPlan window : windows) {
            long train =
                    Duration.between(window.trainStart(), window.trainEnd()).toMillis() / timeframe.millis();
            phases.add(
                    new WorkPhase(StepKey.VALIDATION, WorkPhase.WINDOW, perWindow, Math.min(candles, train), modelTrials));
        }
        return new WorkPlan(strategy, optimizer.wireName(), candles, phases);
    }
}
