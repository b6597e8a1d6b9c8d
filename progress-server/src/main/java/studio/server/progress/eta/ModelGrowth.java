package studio.server.progress.eta;

import studio.server.progress.WorkPhase;

/**
 * How the optimizer's own work grows with the trials that it has been told. A proposal costs in proportion to the trials
 * that the model is conditioned on, which an optimizer may bound; so the sum grows with the square first and then by a
 * straight line. Both were seen in recorded jobs.
 */
final class ModelGrowth {
    private ModelGrowth() {}

    /** Work for the first {@code trials} trials of a phase, in units that only ratios of matter. */
    static double work(WorkPhase phase, double trials) {
        double growing = Math.min(trials, phase.modelTrials());
        return growing * growing / 2 + growing * Math.max(0, trials - phase.modelTrials());
    }
}
