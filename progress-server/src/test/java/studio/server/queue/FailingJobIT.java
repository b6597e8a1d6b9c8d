package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.market.Timeframe;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepState;
import studio.server.shared.sql.TestDatabase;

/** Jobs that cannot give a result, and those that nearly cannot. */
class FailingJobIT {
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

    @Test
    void a_job_without_a_feasible_trial_fails_with_the_causes_and_their_counts() {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES)) {
            server.queue.start();
            StartRequest request = new StartRequest(
                    "MA_CROSS",
                    null,
                    "SIM/USDT",
                    "simulated",
                    Timeframe.H1,
                    OptimizerKind.RANDOM,
                    null,
                    null,
                    20,
                    null,
                    100_000,
                    1L,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

            JobDetail ended = server.awaitEnd(server.start(request).summary().jobId());

            assertThat(ended.summary().status()).isEqualTo(JobStatus.FAILED);
            assertThat(ended.summary().errorMessage())
                    .contains("None of the 20 trials")
                    .contains("100000")
                    .contains("Lower min_trades");
            ProgressSnapshot last =
                    server.progress.find(ended.summary().jobId()).orElseThrow();
            assertThat(last.errorMessage()).isEqualTo(ended.summary().errorMessage());
            assertThat(last.steps().get(1).state()).isEqualTo(StepState.FAILED);
        }
    }

    @Test
    void a_search_of_which_most_trials_break_is_stopped_with_the_cause_and_keeps_its_trials() {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, new BreakingStrategy(6))) {
            server.queue.start();

            JobDetail ended = server.awaitEnd(
                    server.start(TrainingFixture.request("BREAKING", OptimizerKind.RANDOM, 5_000, false))
                            .summary()
                            .jobId());

            assertThat(ended.summary().status()).isEqualTo(JobStatus.FAILED);
            assertThat(ended.summary().errorMessage())
                    .contains("trials failed, more than 80 %")
                    .contains("no such period");
            assertThat(ended.attempt()).isEqualTo(1);
            assertThat(server.trials(ended.summary().jobId())).hasSizeBetween(50, 1_000);
        }
    }

    @Test
    void trials_that_break_now_and_then_do_not_stop_a_search() {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, new BreakingStrategy(40))) {
            server.queue.start();

            JobDetail ended =
                    server.awaitEnd(server.start(TrainingFixture.request("BREAKING", OptimizerKind.RANDOM, 200, false))
                            .summary()
                            .jobId());

            assertThat(ended.summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(server.progress
                            .find(ended.summary().jobId())
                            .orElseThrow()
                            .failedIterations())
                    .isBetween(1, 100);
        }
    }

    @Test
    void too_little_data_is_refused_with_the_counts() {
        try (TrainingFixture server = new TrainingFixture(database, 1, SimulatedCandles.hours(100, 1))) {
            server.queue.start();

            JobDetail ended =
                    server.awaitEnd(server.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 20, false))
                            .summary()
                            .jobId());

            assertThat(ended.summary().errorMessage())
                    .contains("has 100 candles")
                    .contains("at least 400");
        }
    }
}
