package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.job.StateChange;
import studio.server.shared.sql.TestDatabase;

/** Several servers on one database. */
class ClusterIT {
    private static final Candles CANDLES = SimulatedCandles.hours(600, 5);
    private static TestDatabase db;
    private static DataSource database;

    @BeforeAll
    static void open() {
        db = TestDatabase.create();
        database = db.dataSource();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void two_servers_run_each_of_many_short_jobs_exactly_once() {
        try (TrainingFixture fixture = new TrainingFixture(database, 2, CANDLES);
                JobQueue one = fixture.server("one", 2);
                JobQueue two = fixture.server("two", 2)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                ids.add(fixture.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 3, false))
                        .summary()
                        .jobId());
            }

            one.start();
            two.start();

            Set<String> workers = new HashSet<>();
            for (String id : ids) {
                JobDetail job = fixture.awaitEnd(id);
                assertThat(job.stateHistory())
                        .extracting(StateChange::status)
                        .containsExactly(JobStatus.PENDING, JobStatus.RUNNING, JobStatus.COMPLETED);
                assertThat(job.attempt()).isEqualTo(1);
                workers.add(job.worker());
            }
            assertThat(workers).containsExactlyInAnyOrder("one", "two");
            assertThat(ids).allSatisfy(id -> assertThat(fixture.trials(id)).hasSize(3));
            TrainingFixture.until(() -> executions(ids) == 0, "executions are left in the queue");
        }
    }

    @Test
    void jobs_run_in_the_order_they_came() {
        try (TrainingFixture fixture = new TrainingFixture(database, 2, CANDLES);
                JobQueue server = fixture.server("ordered", 1)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ids.add(fixture.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 3, false))
                        .summary()
                        .jobId());
            }
            assertThat(ids).extracting(id -> fixture.job(id).queuePosition()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);

            server.start();

            List<Instant> started = ids.stream()
                    .map(id -> fixture.awaitEnd(id).summary().startedAt())
                    .toList();
            assertThat(started).isSorted();
        }
    }

    private static long executions(List<String> jobIds) {
        return db.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM scheduled_tasks WHERE task_instance IN (<ids>)")
                        .bindList("ids", jobIds)
                        .mapTo(Long.class)
                        .one());
    }
}
