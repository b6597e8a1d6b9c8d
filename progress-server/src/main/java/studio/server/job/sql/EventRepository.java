package studio.server.job.sql;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import studio.model.job.EventLevel;
import studio.model.job.EventPage;
import studio.model.job.JobEvent;
import studio.model.progress.StepKey;

/** Status messages and log lines of jobs. Thread-safe. */
public final class EventRepository {
    private static final int PAGE = 1_000;

    private final Jdbi jdbi;

    public EventRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Appends an event with the job's next number; the number it carries is not used.
     *
     * @return false when the job belongs to another attempt by now, and then nothing was stored
     */
    public boolean append(String jobId, int attempt, JobEvent event) {
        StepKey step = event.step();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                WITH job AS (UPDATE training_jobs SET event_count = event_count + 1
                                    WHERE job_id = :jobId AND attempt = :attempt RETURNING event_count)
                                INSERT INTO training_events (job_id, number, at, level, step, message)
                                SELECT :jobId, event_count, :at, :level, :step, :message FROM job
                                """)
                        .bind("jobId", jobId)
                        .bind("attempt", attempt)
                        .bind("at", event.at())
                        .bind("level", event.level().name())
                        .bind("step", step == null ? null : step.wireName())
                        .bind("message", event.message())
                        .execute()
                > 0);
    }

    /** Events with a number above {@code after}, in order. */
    public EventPage page(String jobId, long after) {
        List<JobEvent> events = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, at, level, step, message FROM training_events
                        WHERE job_id = :jobId AND number > :after ORDER BY number LIMIT :limit
                        """)
                .bind("jobId", jobId)
                .bind("after", after)
                .bind("limit", PAGE)
                .map((row, context) -> new JobEvent(
                        row.getLong("number"),
                        Columns.requiredInstant(row, "at"),
                        EventLevel.valueOf(row.getString("level")),
                        row.getString("step") == null ? null : StepKey.of(row.getString("step")),
                        row.getString("message")))
                .list());
        return new EventPage(
                events, events.isEmpty() ? after : events.get(events.size() - 1).number());
    }
}
