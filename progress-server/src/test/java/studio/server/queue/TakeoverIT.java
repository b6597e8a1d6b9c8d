package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.engine.market.Candles;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.server.shared.sql.TestDatabase;

/** Jobs whose server dies or stops, and who goes on with them. */
class TakeoverIT {
    private static final Candles CANDLES = SimulatedCandles.hours(2_000, 5);
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

    @ParameterizedTest
    @EnumSource(
            value = OptimizerKind.class,
            names = {"RANDOM", "BAYESIAN"})
    void a_killed_servers_job_goes_on_at_the_next_start_with_the_trials_of_an_undisturbed_run(OptimizerKind optimizer)
            throws InterruptedException {
        StartRequest request = TrainingFixture.request(GatedStrategy.NAME, optimizer, 120, false);
        List<String> undisturbed;
        GatedStrategy open = new GatedStrategy(Integer.MAX_VALUE);
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, open)) {
            server.queue.start();
            undisturbed = server.trials(
                    server.awaitEnd(server.start(request).summary().jobId())
                            .summary()
                            .jobId());
        }

        GatedStrategy gate = new GatedStrategy(50);
        String jobId;
        int stored;
        // One thread: of two, one may be held at the gate with an early trial, and a reader waits for that one.
        try (TrainingFixture killed = new TrainingFixture(database, 1, CANDLES, gate)) {
            killed.queue.start();
            jobId = killed.start(request).summary().jobId();
            gate.awaitReached();
            TrainingFixture.until(() -> killed.trials(jobId).size() >= 40, "no trials are stored");
            TrainingFixture.until(
                    () -> killed.progress.find(jobId).orElseThrow().percentage() > 35, "progress is not stored");
            stored = killed.trials(jobId).size();
            Thread opener = new Thread(gate::open);
            killed.queue.abandon(opener::start);
        }
        GatedStrategy rest = new GatedStrategy(Integer.MAX_VALUE);
        Instant restarted = Instant.now();
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, rest)) {
            double before = server.progress.find(jobId).orElseThrow().percentage();
            server.queue.start();
            JobDetail ended = server.awaitEnd(jobId);

            assertThat(ended.summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(ended.attempt()).isEqualTo(2);
            assertThat(before).isGreaterThan(30);
            assertThat(server.trials(jobId)).isEqualTo(undisturbed);
            assertThat(stored).isBetween(40, 60);
            assertThat(ended.stateHistory().get(2).at()).isBefore(restarted.plus(Duration.ofSeconds(3)));
        }
    }

    @Test
    void a_server_that_stops_hands_its_job_back_and_the_next_one_finishes_it() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(30);
        String jobId;
        try (TrainingFixture first = new TrainingFixture(database, 2, CANDLES, gate)) {
            first.queue.start();
            jobId = first.start(TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 60, false))
                    .summary()
                    .jobId();
            gate.awaitReached();
            new Thread(gate::open).start();
        }
        try (TrainingFixture second = new TrainingFixture(database, 2, CANDLES, new GatedStrategy(Integer.MAX_VALUE))) {
            assertThat(second.status(jobId)).isIn(JobStatus.RUNNING, JobStatus.COMPLETED);
            second.queue.start();

            assertThat(second.awaitEnd(jobId).summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(second.trials(jobId)).hasSize(60);
        }
    }

    @Test
    void a_dead_servers_job_is_taken_over_by_a_living_one_when_its_heartbeat_is_missed() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(30);
        GatedStrategy free = new GatedStrategy(Integer.MAX_VALUE);
        try (TrainingFixture living = new TrainingFixture(database, 1, CANDLES, free)) {
            String jobId;
            try (TrainingFixture dead = new TrainingFixture(database, 2, CANDLES, gate)) {
                dead.queue.start();
                jobId = dead.start(TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 60, false))
                        .summary()
                        .jobId();
                gate.awaitReached();
                Thread opener = new Thread(gate::open);
                dead.queue.abandon(opener::start);
            }
            Instant died = Instant.now();
            living.startShared();
            JobDetail ended = living.awaitEnd(jobId);

            assertThat(ended.summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(ended.attempt()).isEqualTo(2);
            assertThat(Duration.between(died, ended.summary().endedAt())).isLessThan(Duration.ofSeconds(15));
            assertThat(living.trials(jobId)).hasSize(60);
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
}
