package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.job.TrainingSpec;
import studio.server.progress.sql.QueueRepository;

/**
 * The expected ends of jobs that wait in the queue, from those before them and from what finished jobs took. Computed at
 * most once a second, however many ask. Thread-safe.
 */
public final class PendingForecasts {
    private static final Logger LOG = LoggerFactory.getLogger(PendingForecasts.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** How much work a job would be; empty when that cannot be told, e.g. since its strategy is not known here. */
    @FunctionalInterface
    public interface Plans {
        Optional<WorkPlan> plan(TrainingSpec spec);
    }

    private final QueueRepository queue;
    private final Plans plans;
    private final DurationForecast durations;
    private final int parallelJobs;
    private final InstantSource clock;

    private Instant computedAt = Instant.MIN;
    private Map<String, EtaRange> last = Map.of();

    /** @param parallelJobs that this server runs at once, at least 1 */
    public PendingForecasts(
            QueueRepository queue, Plans plans, DurationForecast durations, int parallelJobs, InstantSource clock) {
        this.queue = queue;
        this.plans = plans;
        this.durations = durations;
        this.parallelJobs = parallelJobs;
        this.clock = clock;
    }

    /** The job's expected end; null while something before it, or the job itself, is unknown. */
    public @Nullable EtaRange of(String jobId) {
        return all().get(jobId);
    }

    private synchronized Map<String, EtaRange> all() {
        Instant now = clock.instant();
        if (computedAt.isBefore(now.minus(FRESH))) {
            computedAt = now;
            try {
                last = QueueForecast.steady(last, compute(now), now);
            } catch (RuntimeException e) {
                LOG.warn("the ends of waiting jobs cannot be told now", e);
                last = Map.of();
            }
        }
        return last;
    }

    private record Sized(WorkPlan plan, int jobs) {}

    private Map<String, EtaRange> compute(Instant now) {
        QueueRepository.OpenJobs open = queue.open(now);
        Map<Sized, Optional<DurationEstimate>> known = new HashMap<>();
        List<QueueForecast.Waiting> waiting = new ArrayList<>();
        open.waiting()
                .forEach((jobId, job) ->
                        waiting.add(new QueueForecast.Waiting(jobId, jobs -> duration(job, jobs, known))));
        // While a job waits every place is taken, so those that run tell how many there are on all servers.
        int places = Math.max(parallelJobs, open.running().size());
        return QueueForecast.of(open.running(), waiting, places, parallelJobs, now);
    }

    private Optional<DurationEstimate> duration(
            QueueRepository.WaitingJob job, int jobs, Map<Sized, Optional<DurationEstimate>> known) {
        DurationEstimate left = job.left();
        if (left != null) {
            return Optional.of(left);
        }
        Optional<WorkPlan> plan = plans.plan(job.spec());
        return plan.flatMap(work ->
                known.computeIfAbsent(new Sized(work, jobs), sized -> durations.job(sized.plan(), sized.jobs())));
    }
}
