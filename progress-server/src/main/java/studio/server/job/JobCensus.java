package studio.server.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;

/**
 * All jobs of the installation in a few figures.
 *
 * @param counts states without a job are missing
 * @param oldestPending when the first job of the queue was started; null when none waits
 */
public record JobCensus(
        Map<JobStatus, Long> counts, @Nullable Instant oldestPending) {
    public long of(JobStatus status) {
        return counts.getOrDefault(status, 0L);
    }
}
