package studio.server.job;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobDetail;
import studio.model.job.JobPage;
import studio.model.job.JobPatch;
import studio.model.job.JobStatus;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.server.job.sql.JobRepository;

/** Starts, finds, marks, cancels and deletes jobs. Thread-safe. */
public final class JobService {
    private static final String ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LENGTH = 12;

    private final JobRepository jobs;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param random draws job ids; must be safe for use by many threads
     */
    public JobService(JobRepository jobs, InstantSource clock, RandomGenerator random) {
        this.jobs = jobs;
        this.clock = clock;
        this.random = random;
    }

    /** The queue of this server hears of jobs at once instead of at its next look at the database. */
    public void addListener(JobListener listener) {
        listeners.add(listener);
    }

    /**
     * Stores a pending job together with its place in the queue.
     *
     * @param request as the analyst gave it, already checked
     * @param spec the same with every default filled in
     * @param rerunOf the job that this one repeats; null for a new one
     */
    public JobDetail start(StartRequest request, TrainingSpec spec, @Nullable String rerunOf) {
        return start(newId(), request, spec, rerunOf);
    }

    /** The same under an id drawn before by {@link #newId}; a second one of the same id cannot be stored. */
    public JobDetail start(String jobId, StartRequest request, TrainingSpec spec, @Nullable String rerunOf) {
        jobs.insert(jobId, request, spec, rerunOf, clock.instant());
        JobDetail stored = require(jobId);
        listeners.forEach(listener -> listener.onStarted(jobId));
        return stored;
    }

    /** The job in full; empty when there is none of that id. */
    public Optional<JobDetail> find(String jobId) {
        return jobs.find(jobId, clock.instant());
    }

    /** One page of the history. */
    public JobPage page(JobFilter filter) {
        return jobs.page(filter, clock.instant());
    }

    /** Jobs that are pending, running or being cancelled. */
    public long open() {
        return jobs.countOpen();
    }

    /** Jobs that wait for their first worker. */
    public long pending() {
        return jobs.countPending();
    }

    /** Asks a job to stop. A pending one is cancelled at once, a running one within about a second. */
    public CancelOutcome cancel(String jobId) {
        Optional<JobStatus> before = jobs.requestCancel(jobId, clock.instant());
        if (before.isEmpty()) {
            return new CancelOutcome.NotFound();
        }
        if (before.get().isEnded()) {
            return new CancelOutcome.AlreadyEnded(require(jobId));
        }
        if (before.get() != JobStatus.PENDING) {
            listeners.forEach(listener -> listener.onCancelRequested(jobId));
        }
        return new CancelOutcome.Accepted(require(jobId));
    }

    /** Changes the analyst's own marks; empty when there is no such job. */
    public Optional<JobDetail> patch(String jobId, JobPatch patch) {
        return jobs.patch(jobId, patch) ? find(jobId) : Optional.empty();
    }

    /** Removes an ended job with its trials, events, results and saved configuration. */
    public DeleteOutcome delete(String jobId) {
        return jobs.delete(jobId);
    }

    private JobDetail require(String jobId) {
        return find(jobId).orElseThrow(() -> new IllegalStateException("job " + jobId + " was deleted meanwhile"));
    }

    /** An id that no job has. */
    public String newId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }
}
