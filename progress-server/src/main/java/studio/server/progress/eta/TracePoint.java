package studio.server.progress.eta;

import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;

/**
 * One look at a running job, all that the forecast ever sees of it.
 *
 * @param millis since the worker took the job, at least 0
 * @param share of the step, 0..1
 * @param modelSeconds that the optimizer's own model has taken in this step
 * @param otherJobs that ran on the same server at that moment
 * @param forecast what was told then; null while unknown
 */
public record TracePoint(
        long millis,
        StepKey step,
        double share,
        double modelSeconds,
        int otherJobs,
        @Nullable Remaining forecast) {
    /** Of the whole job, by the weights of the steps, 0..100. */
    public double percentage() {
        int before = 0;
        for (StepKey earlier : StepKey.values()) {
            before += earlier.number() < step.number() ? earlier.weight() : 0;
        }
        return before + step.weight() * share;
    }
}
