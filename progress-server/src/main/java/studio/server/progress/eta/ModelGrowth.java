package studio.server.progress.eta;

/**
 * How the optimizer's own work grows with the trials that it has been told. A proposal costs in proportion to the trials
 * that the model is conditioned on, which the optimizer bounds; so the sum grows with the square first and then by a
 * straight line. Both were seen in recorded jobs.
 */
final class ModelGrowth {
    /** From here on the model looks at no more trials. */
    private static final double MODEL_TRIALS = 250;

    private ModelGrowth() {}

    /** Work for the first {@code trials} trials of a phase, in units that only ratios of matter. */
    static double work(double trials) {
        double growing = Math.min(trials, MODEL_TRIALS);
        return growing * growing / 2 + MODEL_TRIALS * Math.max(0, trials - MODEL_TRIALS);
    }
}
