package studio.server.system;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.model.job.JobStatus;

/** What the server measures about itself, for Prometheus. Thread-safe. */
public final class ServerMetrics implements AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Timer progressWrites;
    private final Counter trials;
    /** Finding a timer by its builder costs more than answering a poll. */
    private final Map<Answered, Timer> requests = new ConcurrentHashMap<>();

    private record Answered(String method, String route, int status) {}

    public ServerMetrics() {
        progressWrites = Timer.builder("studio.progress.write")
                .description("Time to store one progress row")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        trials = Counter.builder("studio.trials.stored")
                .description("Trials stored by this server; their rate is the trial rate")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** For parts that measure themselves, such as the pool of database connections. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * Jobs of the whole installation, as the database has them.
     *
     * @param counts asked at every scrape; must be cheap and may answer NaN while the database is away
     * @param oldestSeconds how long the first job of the queue has waited; 0 when none waits
     */
    public void watchJobs(Function<JobStatus, Double> counts, Supplier<Number> oldestSeconds, Supplier<Number> here) {
        for (JobStatus status : JobStatus.values()) {
            Gauge.builder("studio.jobs", () -> counts.apply(status))
                    .description("Jobs of the installation by state")
                    .tag("status", status.name())
                    .register(registry);
        }
        Gauge.builder("studio.queue.age", oldestSeconds)
                .description("How long the first job of the queue has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("studio.jobs.here", here)
                .description("Jobs that run on this server")
                .register(registry);
    }

    public void progressStored(Duration took) {
        progressWrites.record(took);
    }

    public void trialsStored(int count) {
        trials.increment(count);
    }

    /**
     * A request was answered.
     *
     * @param route its template, so that ids do not make a series each
     */
    public void answered(String method, String route, int status, Duration took) {
        requests.computeIfAbsent(new Answered(method, route, status), this::timer)
                .record(took);
    }

    private Timer timer(Answered answered) {
        return Timer.builder("studio.http.requests")
                .description("Requests answered, by route; that of a job's progress is the poll")
                .serviceLevelObjectives(BUCKETS)
                .tag("method", answered.method())
                .tag("route", answered.route())
                .tag("status", Integer.toString(answered.status()))
                .register(registry);
    }

    /** Everything in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
