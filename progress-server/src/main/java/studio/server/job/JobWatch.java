package studio.server.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.job.JobStatus;
import studio.server.job.sql.CensusRepository;

/** The census for whoever measures: taken at most every few seconds, NaN while the database is away. Thread-safe. */
public final class JobWatch {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final CensusRepository census;
    private final InstantSource clock;
    private Instant takenAt = Instant.MIN;
    private @Nullable JobCensus last;

    public JobWatch(CensusRepository census, InstantSource clock) {
        this.census = census;
        this.clock = clock;
    }

    public double count(JobStatus status) {
        JobCensus now = now();
        return now == null ? Double.NaN : now.of(status);
    }

    /** 0 when nothing waits. */
    public double queueAgeSeconds() {
        JobCensus now = now();
        if (now == null) {
            return Double.NaN;
        }
        return now.oldestPending() == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(now.oldestPending(), clock.instant()).toMillis() / 1000.0);
    }

    private synchronized @Nullable JobCensus now() {
        Instant now = clock.instant();
        if (takenAt.isBefore(now.minus(FRESH))) {
            takenAt = now;
            try {
                last = census.take();
            } catch (RuntimeException e) {
                LOG.debug("jobs cannot be counted now", e);
                last = null;
            }
        }
        return last;
    }
}
