package studio.server.progress;

import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;

/**
 * What a finished step, or all its phases of one name, took on this installation.
 *
 * @param phase name of the phases; empty for a step without any
 * @param phases how many there were, at least 1
 * @param trials of one of them, on average
 * @param candles that each trial went through, on average
 * @param seconds wall time of all of them
 * @param modelSeconds of it in the optimizer's own model
 * @param threads that evaluated trials; null when not known
 * @param jobs that shared them on average, this one included, at least 1
 */
public record StepCost(
        String strategy,
        String optimizer,
        StepKey step,
        String phase,
        int phases,
        long trials,
        long candles,
        double seconds,
        double modelSeconds,
        @Nullable Integer threads,
        double jobs) {
    /** Seconds outside of the model. */
    public double evaluationSeconds() {
        return Math.max(0, seconds - modelSeconds);
    }

    /** Trials times candles of all phases. */
    public double evaluations() {
        return Math.max(1.0, (double) phases * Math.max(1, trials) * Math.max(1, candles));
    }
}
