package studio.server.progress;

import studio.model.progress.StepKey;

/**
 * A part of a step whose pieces cost alike: the search itself, one walk-forward window, one test of the trust report.
 *
 * @param name as the history of costs knows it, e.g. {@code search}, {@code window}
 * @param trials pieces, at least 1
 * @param candles that one piece goes through
 * @param modelled true when an optimizer fits its model to all pieces of this phase so far
 */
public record WorkPhase(StepKey step, String name, long trials, long candles, boolean modelled) {
    public static final String SEARCH = "search";
    public static final String WINDOW = "window";

    public WorkPhase {
        if (trials < 1) {
            throw new IllegalArgumentException("trials = " + trials + " is below 1");
        }
    }

    /** Its weight in its step's bar. */
    public double weight() {
        return (double) trials * Math.max(1, candles);
    }
}
