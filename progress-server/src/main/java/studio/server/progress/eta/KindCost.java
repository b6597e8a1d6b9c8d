package studio.server.progress.eta;

/**
 * What one kind of phase is known to cost.
 *
 * @param evaluation seconds per trial and candle with all threads for this job alone
 * @param model seconds per unit of {@link ModelGrowth}
 * @param spread standard deviation of the logarithm of a phase's seconds
 * @param samples finished jobs that it comes from
 */
record KindCost(double evaluation, double model, double spread, int samples) {}
