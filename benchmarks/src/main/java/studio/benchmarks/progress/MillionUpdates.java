package studio.benchmarks.progress;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import studio.model.progress.StepKey;
import studio.server.embedded.EmbeddedPostgres;
import studio.server.progress.CostSource;
import studio.server.progress.EtaForecast;
import studio.server.progress.ProgressState;
import studio.server.progress.ProgressStore;
import studio.server.progress.ProgressTracker;
import studio.server.progress.ScoreSource;
import studio.server.progress.sql.ProgressRepository;
import studio.server.shared.sql.Database;
import studio.server.shared.sql.DatabaseSettings;

/**
 * A million updates a second of one job, from four threads, against a real PostgreSQL: how many UPSERTs they cost, and
 * how long after the last update its state is in the database. UPSERTs are counted twice, by the store and by the row's
 * version; the last state is looked for by a reader of its own.
 */
final class MillionUpdates {
    private static final int THREADS = 4;
    private static final int A_SECOND = 1_000_000;
    private static final int BATCHES_A_SECOND = 200;
    private static final int ENDINGS = 15;
    private static final long ORDER_STEP = 1;

    private MillionUpdates() {}

    static void run(EmbeddedPostgres postgres, int seconds) throws InterruptedException {
        ScheduledExecutorService writer = Executors.newScheduledThreadPool(2);
        try (Database database =
                Database.open(new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), postgres.password(), 4))) {
            ProgressRepository rows = new ProgressRepository(database.jdbi());
            String jobId = "million" + System.nanoTime();
            ProgressState from = BenchJob.running(database, jobId);
            AtomicLong saved = new AtomicLong();
            EtaForecast eta = new EtaForecast(CostSource.NONE, ScoreSource.NONE, 2, () -> 0);
            try (ProgressTracker tracker = new ProgressTracker(
                    from, new Counting(rows, saved), InstantSource.system(), eta, writer, failures -> false)) {
                tracker.start(StepKey.OPTIMIZATION, Map.of());
                AtomicLong order = new AtomicLong();
                long before = version(rows, jobId);
                long began = System.nanoTime();
                updateFor(tracker, order, seconds);
                double took = (System.nanoTime() - began) / 1e9;
                long updates = order.get();
                long upserts = saved.get();
                long grown = version(rows, jobId) - before;
                List<Double> late = new ArrayList<>();
                for (int i = 0; i < ENDINGS; i++) {
                    late.add(millisUntilStored(tracker, rows, order, jobId));
                }
                late.sort(null);
                System.out.printf(
                        Locale.ROOT,
                        "%n%,d updates in %.1f s (%,.0f a second) from %d threads: %d UPSERTs, %.2f a second; the row's version"
                                + " grew by %d%n",
                        updates,
                        took,
                        updates / took,
                        THREADS,
                        upserts,
                        upserts / took,
                        grown);
                System.out.printf(
                        Locale.ROOT,
                        "last state in the database after its update: median %.0f ms, longest of %d: %.0f ms%n",
                        late.get(ENDINGS / 2),
                        ENDINGS,
                        late.get(ENDINGS - 1));
            }
        } finally {
            writer.shutdownNow();
        }
    }

    private record Counting(ProgressRepository rows, AtomicLong saved) implements ProgressStore {
        @Override
        public boolean save(ProgressState state) {
            saved.incrementAndGet();
            return rows.save(state);
        }

        @Override
        public boolean end(ProgressState state, Ending ending) {
            return save(state);
        }
    }

    /** Each thread leaves its part of the updates in bursts, two hundred a second. */
    private static void updateFor(ProgressTracker tracker, AtomicLong order, int seconds) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                long next = System.nanoTime();
                while (next < until) {
                    for (int u = 0; u < A_SECOND / BATCHES_A_SECOND / THREADS; u++) {
                        tracker.update(BenchJob.snapshot(order.addAndGet(ORDER_STEP), Map.of()));
                    }
                    next += 1_000_000_000L / BATCHES_A_SECOND;
                    LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** A burst, one last update with a mark of its own, and a reader that looks until the row has it. */
    private static double millisUntilStored(
            ProgressTracker tracker, ProgressRepository rows, AtomicLong order, String jobId)
            throws InterruptedException {
        updateFor(tracker, order, 1);
        long last = order.addAndGet(ORDER_STEP);
        tracker.update(BenchJob.snapshot(last, Map.of("last", last)));
        long left = System.nanoTime();
        while (!isStored(rows, jobId, last)) {
            Thread.onSpinWait();
        }
        return (System.nanoTime() - left) / 1e6;
    }

    private static boolean isStored(ProgressRepository rows, String jobId, long last) {
        return rows.find(List.of(jobId), InstantSource.system().instant()).stream()
                .anyMatch(row -> row.bestParams() != null
                        && row.bestParams().get("last") instanceof Number number
                        && number.longValue() == last);
    }

    private static long version(ProgressRepository rows, String jobId) {
        return rows.find(List.of(jobId), InstantSource.system().instant())
                .get(0)
                .version();
    }
}
