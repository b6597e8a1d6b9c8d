package studio.server.progress;

import studio.model.progress.StepKey;

/**
 * A part of a step whose pieces cost alike: the search itself, one walk-forward window, one test of the trust report.
 *
 * @param name as the history of costs knows it, e.g. {@code search}, {@code window}
 * @param trials pieces, at least 1
 * @param candles that one piece goes through
 * @param modelTrials an optimizer's model looks at the pieces of this phase so far, and at no more than these; 0 when there
 *     is no model
 */
public record WorkPhase(StepKey step, String name, long trials, long candles, long modelTrials) {
    public static final String SEARCH = "search";
    public static final String WINDOW = "window";
    public static final String SHUFFLES = "shuffles";

    public WorkPhase {
        if (trials < 1) {
            throw new IllegalArgumentException("trials = " + trials + " is below 1");
        }
    }

    /** True when an optimizer's model works between the pieces. */
    public boolean modelled() {
        return modelTrials > 0;
    }

    /** Its weight in its step's bar. */
    public double weight() {
        return (double) trials * Math.max(1, candles);
    }
}
