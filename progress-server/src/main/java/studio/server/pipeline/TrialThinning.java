package studio.server.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.job.TrialPage;
import studio.server.job.sql.TrialRepository;

/**
 * Past 100,000 trials of one job the best 10,000 and an even sample of about as many stay. Done once the job has ended:
 * until then a killed job needs them all.
 */
final class TrialThinning {
    private static final Logger LOG = LoggerFactory.getLogger(TrialThinning.class);
    private static final int KEPT = TrialPage.BEST_KEPT;

    private TrialThinning() {}

    static void afterEnd(TrialRepository trials, String jobId, int ended) {
        if (ended <= TrialPage.LARGEST_LOG) {
            return;
        }
        try {
            int removed = trials.thin(jobId, KEPT, stride(ended));
            LOG.info(
                    "job {}: {} of {} trials removed, the best {} and an even sample stay",
                    jobId,
                    removed,
                    ended,
                    KEPT);
        } catch (RuntimeException e) {
            // The job has ended well; only disk space is lost.
            LOG.warn("job {}: its trials could not be thinned", jobId, e);
        }
    }

    static int stride(int ended) {
        return Math.max(2, (ended + KEPT - 1) / KEPT);
    }

    /** What the job tells about it. */
    static String notice(int ended) {
        return String.format(
                java.util.Locale.ROOT,
                "%,d trials ran: the best %,d and every %,d-th of the others are kept.",
                ended,
                KEPT,
                stride(ended));
    }
}
