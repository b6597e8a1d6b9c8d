package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import studio.model.progress.ProgressSnapshot;
import studio.model.result.JobResults;
import studio.server.job.CancelOutcome;
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

    @Test
    void a_cancel_asked_of_another_server_stops_the_job_in_a_moment() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(30);
        try (TrainingFixture working = new TrainingFixture(database, 2, CANDLES, gate);
                JobQueue server = working.server("working", 1);
                TrainingFixture other = new TrainingFixture(database, 1, CANDLES)) {
            server.start();
            String jobId = other.start(
                            TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 1_000_000, false))
                    .summary()
                    .jobId();
            gate.awaitReached();
            gate.open();

            Instant asked = Instant.now();
            CancelOutcome outcome = other.jobs.cancel(jobId);
            JobDetail ended = other.awaitEnd(jobId);

            assertThat(outcome).isInstanceOf(CancelOutcome.Accepted.class);
            assertThat(ended.summary().status()).isEqualTo(JobStatus.CANCELLED);
            // Within a second on a machine of its own; here others want its disk, and what was tried is stored
            // before the end. Left alone it would go on for a minute.
            assertThat(Duration.between(asked, ended.summary().endedAt())).isLessThan(Duration.ofSeconds(20));
            assertThat(other.trials(jobId)).hasSizeGreaterThanOrEqualTo(30);
        }
    }

    @Test
    void a_job_that_is_handed_back_goes_first_when_a_server_is_there_again() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(30);
        try (TrainingFixture first = new TrainingFixture(database, 2, CANDLES, gate)) {
            String running = first.start(TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 60, false))
                    .summary()
                    .jobId();
            JobQueue leaving = first.server("leaving", 1);
            leaving.start();
            gate.awaitReached();
            String waiting = first.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 3, false))
                    .summary()
                    .jobId();
            new Thread(gate::open).start();
            leaving.close();

            JobDetail handedBack = first.job(running);
            try (TrainingFixture next = new TrainingFixture(database, 2, CANDLES, new GatedStrategy(1_000));
                    JobQueue server = next.server("next", 1)) {
                server.start();
                JobDetail resumed = next.awaitEnd(running);
                JobDetail second = next.awaitEnd(waiting);

                if (handedBack.summary().status() == JobStatus.RUNNING) {
                    assertThat(handedBack.worker()).isNull();
                    assertThat(resumed.stateHistory().get(2).reason()).isEqualTo("handed back to the queue");
                    assertThat(resumed.stateHistory().get(3).at())
                            .isBefore(second.summary().startedAt());
                }
                assertThat(next.trials(running)).hasSize(60);
            }
        }
    }

    @Test
    void a_job_that_waits_for_its_next_worker_is_cancelled_at_once_and_keeps_its_best() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(30);
        try (TrainingFixture first = new TrainingFixture(database, 2, CANDLES, gate)) {
            String jobId = first.start(
                            TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 100_000, false))
                    .summary()
                    .jobId();
            JobQueue leaving = first.server("leaving", 1);
            leaving.start();
            gate.awaitReached();
            new Thread(gate::open).start();
            leaving.close();

            CancelOutcome outcome = first.jobs.cancel(jobId);

            assertThat(outcome).isInstanceOf(CancelOutcome.Accepted.class);
            assertThat(first.status(jobId)).isEqualTo(JobStatus.CANCELLED);
            JobResults kept = first.history.results(jobId).orElseThrow();
            assertThat(kept.partial()).isTrue();
            assertThat(kept.bestScore()).isNotNull();
            assertThat(kept.bestParams()).isNotEmpty();
            assertThat(first.progress.find(jobId).orElseThrow().isComplete()).isTrue();
        }
    }

    @Test
    void a_dead_workers_job_tells_that_it_waits_goes_before_later_ones_and_is_cancelled_at_once() {
        try (TrainingFixture fixture = new TrainingFixture(database, 2, CANDLES)) {
            String first = pending(fixture);
            String second = pending(fixture);
            String third = pending(fixture);
            assertThat(fixture.runs.claim(first, "dead", Instant.now())).isPresent();
            assertThat(fixture.runs.claim(second, "dead", Instant.now())).isPresent();
            assertThat(fixture.job(third).queuePosition()).isEqualTo(1);
            assertThat(fixture.jobs.cancel(second)).isInstanceOf(CancelOutcome.Accepted.class);
            assertThat(fixture.status(second)).isEqualTo(JobStatus.CANCELLING);

            assertThat(fixture.runs.leave(first, "another", Instant.now())).isTrue();
            assertThat(fixture.job(first).worker()).isEqualTo("dead");
            assertThat(fixture.runs.leave(first, "dead", Instant.now())).isTrue();
            assertThat(fixture.runs.leave(second, "dead", Instant.now())).isFalse();

            assertThat(fixture.status(second)).isEqualTo(JobStatus.CANCELLED);
            assertThat(fixture.job(first).queuePosition()).isEqualTo(1);
            assertThat(fixture.job(third).queuePosition()).isEqualTo(2);
            ProgressSnapshot told = fixture.progress.find(first).orElseThrow();
            assertThat(told.message()).isEqualTo("Waiting for a free worker; the one before broke off.");
            assertThat(told.queuePosition()).isEqualTo(1);
            fixture.jobs.cancel(first);
            assertThat(fixture.status(first)).isEqualTo(JobStatus.CANCELLED);
            assertThat(fixture.job(third).queuePosition()).isEqualTo(1);
            fixture.jobs.cancel(third);
        }
    }

    private static String pending(TrainingFixture fixture) {
        return fixture.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 3, false))
                .summary()
                .jobId();
    }

    @Test
    void a_job_whose_workers_die_one_after_another_is_given_up_with_a_reason() {
        try (TrainingFixture fixture = new TrainingFixture(database, 2, CANDLES);
                JobQueue server = fixture.server("patient", 1)) {
            String jobId = fixture.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 3, false))
                    .summary()
                    .jobId();
            for (int i = 0; i < 12; i++) {
                assertThat(fixture.runs.claim(jobId, "dying-" + i, Instant.now()))
                        .isPresent();
            }

            server.start();
            JobDetail ended = fixture.awaitEnd(jobId);

            assertThat(ended.summary().status()).isEqualTo(JobStatus.FAILED);
            assertThat(ended.summary().errorMessage()).contains("died 12 times in a row");
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
