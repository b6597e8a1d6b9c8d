package studio.benchmarks.progress;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import studio.model.progress.StepKey;
import studio.server.progress.CostSource;
import studio.server.progress.EtaForecast;
import studio.server.progress.ProgressState;
import studio.server.progress.ProgressSteps;
import studio.server.progress.ProgressStore;
import studio.server.progress.ProgressTracker;
import studio.server.progress.ProgressUpdate;
import studio.server.progress.ScoreSource;

/**
 * {@code ProgressTracker.update} with its writer at work. The snapshot alone is measured too: what the two allocate must
 * be the same.
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrackerBenchmark {
    /** Names of the counters of {@link Trials}. */
    static final String CALLS = "calls";

    static final String PROCESSOR_NANOS = "processorNanos";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Map<String, Object> PARAMS = Map.of("pierce_depth", 0.0015, "reversal_candles", 3);

    /** One job's tracker, shared by all threads; its rows are counted and go nowhere. */
    @State(Scope.Benchmark)
    @NullUnmarked
    public static class Job {
        private final ScheduledExecutorService writer = Executors.newScheduledThreadPool(1);
        private ProgressTracker tracker;

        @Setup
        public void start() {
            ProgressState fresh = new ProgressState(
                    "job",
                    1,
                    0,
                    "",
                    1,
                    0,
                    Map.of(),
                    Instant.now(),
                    null,
                    ProgressUpdate.NONE,
                    false,
                    null,
                    "",
                    ProgressSteps.waiting(false));
            EtaForecast eta = new EtaForecast(CostSource.NONE, ScoreSource.NONE, 2, () -> 0);
            tracker = new ProgressTracker(fresh, new Nowhere(), InstantSource.system(), eta, writer, failures -> false);
            tracker.start(StepKey.OPTIMIZATION, Map.of());
        }

        @TearDown
        public void stop() {
            tracker.close();
            writer.shutdownNow();
        }
    }

    /**
     * One thread's count of trials, and the processor time that it took for them. With more threads than processors the
     * clock on the wall also counts the time in which a thread waits for its turn; the processor's own time does not.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Trials {
        /** Calls of this round. */
        public long calls;

        /** Of this thread in this round. */
        public long processorNanos;

        private long order;
        private long orderBefore;
        private long nanosBefore;

        @Setup(Level.Iteration)
        public void begin() {
            order++;
            orderBefore = order;
            nanosBefore = THREADS.getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void end() {
            processorNanos = THREADS.getCurrentThreadCpuTime() - nanosBefore;
            calls = order - orderBefore;
        }
    }

    private static final class Nowhere implements ProgressStore {
        @Override
        public boolean save(ProgressState state) {
            return true;
        }

        @Override
        public boolean end(ProgressState state, Ending ending) {
            return true;
        }
    }

    @Benchmark
    public ProgressUpdate snapshotAlone(Trials trials) {
        return BenchJob.snapshot(++trials.order, PARAMS);
    }

    @Benchmark
    public ProgressUpdate snapshotAndUpdate(Job job, Trials trials) {
        ProgressUpdate snapshot = BenchJob.snapshot(++trials.order, PARAMS);
        job.tracker.update(snapshot);
        return snapshot;
    }

    /** All that the benchmark knows of threads and modes is in {@link ProgressTable}. */
    static List<Integer> threads() {
        return List.of(1, 8);
    }
}
