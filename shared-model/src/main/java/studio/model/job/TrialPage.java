package studio.model.job;

import java.util.List;

/**
 * Trials in order; ask again with {@code after=nextAfter} for what came since.
 *
 * @param thinned true when the job ran so many trials that only the best and an even sample were kept
 */
public record TrialPage(List<TrialView> trials, int nextAfter, long total, boolean thinned) {}
