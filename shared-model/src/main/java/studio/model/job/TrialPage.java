package studio.model.job;

import java.util.List;

/**
 * Stored trials in order; ask again with {@code after=nextAfter} for what came since.
 *
 * @param total how many are stored, on all pages
 * @param thinned true when the job ran so many trials that only the best and an even sample were kept
 */
public record TrialPage(List<TrialView> trials, int nextAfter, long total, boolean thinned) {
    /** A job that ran more keeps the best {@link #BEST_KEPT} of them, and an even sample of about as many, once it has ended. */
    public static final int LARGEST_LOG = 100_000;

    /** Feasible trials that are kept of such a job for their score. */
    public static final int BEST_KEPT = 10_000;
}
