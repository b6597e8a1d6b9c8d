package studio.server.job;

import java.util.Optional;
import studio.model.job.EventPage;
import studio.model.job.JobStatus;
import studio.model.job.TrialPage;
import studio.model.result.JobResults;
import studio.server.job.sql.EventRepository;
import studio.server.job.sql.ResultRepository;
import studio.server.job.sql.TrialRepository;

/** What a job left behind: trials, events, results. Thread-safe. */
public final class JobHistory {
    private final TrialRepository trials;
    private final EventRepository events;
    private final ResultRepository results;

    public JobHistory(TrialRepository trials, EventRepository events, ResultRepository results) {
        this.trials = trials;
        this.events = events;
        this.results = results;
    }

    /**
     * Stored trials with a number above {@code after}, in order; empty lists for an unknown job.
     *
     * @param limit at least 1
     */
    public TrialPage trials(String jobId, int after, int limit) {
        return trials.page(jobId, after, limit);
    }

    /** Events with a number above {@code after}, in order, at most 1,000. */
    public EventPage events(String jobId, long after) {
        return events.page(jobId, after);
    }

    /**
     * What the job found; for one that has not ended, its best stored trial so far, marked partial. Empty when there is
     * no such job.
     *
     * @see JobStatus
     */
    public Optional<JobResults> results(String jobId) {
        return results.find(jobId);
    }
}
