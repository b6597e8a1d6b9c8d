package studio.benchmarks.progress;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import studio.server.progress.ProgressState;
import studio.server.progress.sql.ProgressRepository;
import studio.server.shared.sql.Database;
import studio.server.shared.sql.DatabaseSettings;

/** What an update costs that goes to the database at once: with a connection of its own, as the seed did, and pooled. */
@State(Scope.Benchmark)
@NullUnmarked
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpsertBenchmark {
    static final String URL = "benchmark.url";
    static final String USER = "benchmark.user";
    static final String PASSWORD = "benchmark.password";

    private String url = "";
    private String user = "";
    private String password = "";
    private Database database;
    private ProgressRepository rows;
    private ProgressState state;
    private long order;

    @Setup
    public void start() {
        url = System.getProperty(URL);
        user = System.getProperty(USER);
        password = System.getProperty(PASSWORD);
        database = Database.open(new DatabaseSettings(url, user, password, 4));
        rows = new ProgressRepository(database.jdbi());
        state = BenchJob.running(database, "bench" + System.nanoTime());
    }

    @TearDown
    public void stop() {
        database.close();
    }

    /** The project's own UPSERT on a pooled connection. */
    @Benchmark
    public boolean pooledUpsert() {
        return rows.save(withOrder(state, ++order));
    }

    /** Connect, UPSERT, close. */
    @Benchmark
    public int connectUpsertClose() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement upsert = connection.prepareStatement("""
                        INSERT INTO training_progress AS p (job_id, percentage, current_step, step_number, steps)
                        VALUES (?, ?, 'Optimization', 2, '[]')
                        ON CONFLICT (job_id) DO UPDATE
                        SET percentage = excluded.percentage, current_step = excluded.current_step,
                            step_number = excluded.step_number, version = p.version + 1
                        """)) {
            upsert.setString(1, state.jobId());
            upsert.setDouble(2, ++order % 100);
            return upsert.executeUpdate();
        }
    }

    private static ProgressState withOrder(ProgressState from, long order) {
        return new ProgressState(
                from.jobId(),
                from.attempt(),
                order % 100,
                from.currentStep(),
                2,
                order % 100,
                Map.of(),
                from.startedAt(),
                null,
                BenchJob.snapshot(order, Map.of("pierce_depth", 0.0015)),
                false,
                null,
                "Optimizing...",
                from.steps());
    }
}
