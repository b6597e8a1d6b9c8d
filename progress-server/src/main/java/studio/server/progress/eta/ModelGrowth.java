package studio.server.progress.eta;

import studio.server.progress.WorkPhase;

/**
 * How the optimizer's own work grows with the trials that it has been told. A proposal has a fixed part, the search among
 * candidates, and one in proportion to the trials that the model is conditioned on, which an optimizer may bound; so the
 * sum grows with the square first and then by a straight line. All three were seen in recorded jobs.
 */
final class ModelGrowth {
    private ModelGrowth() {}

    /** Work for the first {@code trials} trials of a phase, in units that only ratios of matter; 0 without a model. */
    static double work(WorkPhase phase, double trials) {
        if (!phase.modelled()) {
            return 0;
        }
        double growing = Math.min(trials, phase.modelTrials());
        return growing * (growing / 2 + Tuning.FIXED_MODEL_WORK)
                + (growing + Tuning.FIXED_MODEL_WORK) * Math.max(0, trials - phase.modelTrials());
    }
}
