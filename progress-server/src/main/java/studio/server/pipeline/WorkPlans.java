package studio.server.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import studio.engine.trust.PermutationTest;
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
    private static final long LARGEST_PROCESS = 250;

    private static final long LARGEST_DENSITIES = 525;

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
        long modelTrials = modelTrials(optimizer);
        List<WorkPhase> phases = new ArrayList<>();
        phases.add(new WorkPhase(StepKey.OPTIMIZATION, WorkPhase.SEARCH, Math.max(1, trials), candles, modelTrials));
        long perWindow = Math.max(1, WalkForwardPlan.trialsPerWindow(optimizer, trials));
        for (WindowPlan window : windows) {
            long train =
                    Duration.between(window.trainStart(), window.trainEnd()).toMillis() / timeframe.millis();
            phases.add(new WorkPhase(
                    StepKey.VALIDATION, WorkPhase.WINDOW, perWindow, Math.min(candles, train), modelTrials));
        }
        if (!windows.isEmpty()) {
            phases.add(new WorkPhase(
                    StepKey.VALIDATION,
                    WorkPhase.SHUFFLES,
                    PermutationTest.evaluations(),
                    PermutationTest.bars(candles),
                    0));
        }
        return new WorkPlan(strategy, optimizer.wireName(), candles, phases);
    }

    private static long modelTrials(OptimizerKind optimizer) {
        if (!optimizer.learns()) {
            return 0;
        }
        return switch (optimizer) {
            case BAYESIAN -> LARGEST_PROCESS;
            // Its covariance is as large as the space, whatever the number of trials.
            case CMA_ES -> 1;
            // Its densities are estimated from so many trials at most.
            case TPE -> LARGEST_DENSITIES;
            default -> Long.MAX_VALUE;
        };
    }
}
