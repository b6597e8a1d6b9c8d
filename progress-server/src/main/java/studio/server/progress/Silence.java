package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import studio.model.job.JobStatus;

/** Whether a job's worker is heard of. A worker stores something every two seconds at least. */
public final class Silence {
    /** Twice as long as a worker takes to store its row anew. */
    private static final Duration USUAL = Duration.ofSeconds(4);

    private Silence() {}

    /** How long nothing was heard of a running job, when that is longer than usual; zero else. */
    public static Duration of(JobStatus status, Instant stored, Instant now) {
        boolean running = status == JobStatus.RUNNING || status == JobStatus.CANCELLING;
        Duration age = Duration.between(stored, now);
        return running && age.compareTo(USUAL) > 0 ? age : Duration.ZERO;
    }
}
