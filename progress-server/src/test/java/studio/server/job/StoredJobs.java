package studio.server.job;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.search.Trial;
import studio.model.job.JobDetail;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.server.job.sql.JobRepository;
import studio.server.job.sql.JobRuns;
import studio.server.job.sql.TrialRepository;
import studio.server.queue.TrainingExecutions;
import studio.server.shared.sql.TestDatabase;

/** The services of jobs on a database of their own, and a clock that stands still until it is told to pass. */
final class StoredJobs implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Random IDS = new Random(11);

    final JobService jobs;
    final JobRuns runs;
    final TrialRepository trials;
    private final TestDatabase db = TestDatabase.create();
    private Instant now = START;

    StoredJobs() {
        jobs = new JobService(new JobRepository(db.jdbi(), new TrainingExecutions()), this::now, IDS);
        runs = new JobRuns(db.jdbi());
        trials = new TrialRepository(db.jdbi());
    }

    Jdbi jdbi() {
        return db.jdbi();
    }

    Instant now() {
        return now;
    }

    void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }

    /** As it was at first. */
    void empty() {
        now = START;
        jdbi().useHandle(handle -> handle.execute("TRUNCATE training_jobs, scheduled_tasks CASCADE"));
    }

    JobDetail start(String name) {
        StartRequest request = request(name);
        return jobs.start(request, spec(request), null);
    }

    static StartRequest request(String name) {
        return new StartRequest(
                "LIQUIDITY_SWEEP",
                null,
                "BTC/USDT",
                "binance",
                Timeframe.M5,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                name,
                null,
                null,
                null);
    }

    static TrainingSpec spec(StartRequest request) {
        return TrainingSpec.from(request, 42);
    }

    static Trial trial(int number, double score) {
        Map<String, Object> values = Map.of("pierce_depth", 0.1 * number, "average", "SMA", "period", number);
        return new Trial(
                number,
                new ParameterSet(values),
                new Evaluation(studio.model.job.TrialState.COMPLETE, score, 0, null, null),
                5);
    }

    long count(String table) {
        return jdbi().withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        db.close();
    }
}
