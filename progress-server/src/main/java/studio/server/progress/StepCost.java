package studio.server.progress;

import studio.model.progress.StepKey;

/**
 * What a finished step took on this installation.
 *
 * @param trials that were evaluated
 * @param candles that each went through
 * @param seconds wall time
 * @param modelSeconds of it in the optimizer's own model
 */
public record StepCost(
        String strategy,
        String optimizer,
        StepKey step,
        long trials,
        long candles,
        double seconds,
        double modelSeconds) {
    /** Wall seconds of evaluation per trial and candle. */
    double evaluationRate() {
        return Math.max(0, seconds - modelSeconds) / Math.max(1.0, (double) trials * candles);
    }

    /** The model's seconds for that many trials; it grows with the square, since each fit sees all trials so far. */
    double modelSecondsFor(long otherTrials) {
        double ratio = otherTrials / Math.max(1.0, trials);
        return modelSeconds * ratio * ratio;
    }
}
