package studio.server.job.sql;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import studio.model.job.JobStatus;
import studio.server.job.JobCensus;

/** Counts jobs. Thread-safe. */
public final class CensusRepository {
    private final Jdbi jdbi;

    public CensusRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public JobCensus take() {
        return jdbi.withHandle(handle -> {
            Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
            handle.createQuery("SELECT status, count(*) AS jobs FROM training_jobs GROUP BY status")
                    .map((row, context) -> Map.entry(JobStatus.valueOf(row.getString("status")), row.getLong("jobs")))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            Instant oldest = handle.createQuery("SELECT min(created_at) FROM training_jobs WHERE status = 'PENDING'")
                    .mapTo(Instant.class)
                    .findOne()
                    .orElse(null);
            return new JobCensus(counts, oldest);
        });
    }
}
