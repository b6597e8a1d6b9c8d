package studio.server.job;

import org.jspecify.annotations.Nullable;

/**
 * Which figures the wanted jobs have. A null bound lets every job pass; bounds are inclusive, and a job whose figure is
 * unknown passes none of them.
 *
 * @param minDuration seconds
 * @param maxDuration seconds
 * @param stage lifecycle stage of the saved configuration
 * @param verdict of the trust report
 * @param createdBy who asked for the job, as the request named them
 */
public record JobBounds(
        @Nullable Double minBestScore,
        @Nullable Double maxBestScore,
        @Nullable Double minNetProfitPct,
        @Nullable Double maxNetProfitPct,
        @Nullable Double minTrades,
        @Nullable Double maxTrades,
        @Nullable Double minDuration,
        @Nullable Double maxDuration,
        @Nullable String stage,
        @Nullable String verdict,
        @Nullable Boolean pinned,
        @Nullable String createdBy) {
    /** Lets every job pass. */
    public static final JobBounds NONE =
            new JobBounds(null, null, null, null, null, null, null, null, null, null, null, null);
}
