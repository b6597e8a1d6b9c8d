package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
import studio.model.job.ParameterRange;
import studio.model.job.StartRequest;
import studio.model.job.StateChange;
import studio.model.market.Timeframe;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;
import studio.model.result.JobResults;
import studio.server.job.CancelOutcome;
import studio.server.job.DeleteOutcome;
import studio.server.shared.sql.TestDatabase;

class JobQueueIT {
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
    void a_job_passes_its_steps_and_leaves_results_and_a_configuration(OptimizerKind optimizer) {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES)) {
            server.queue.start();

            JobDetail started = server.start(TrainingFixture.request("MA_CROSS", optimizer, 60, true));
            JobDetail ended = server.awaitEnd(started.summary().jobId());

            assertThat(ended.summary().errorMessage()).isNull();
            assertThat(ended.summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(ended.stateHistory())
                    .extracting(StateChange::status)
                    .containsExactly(JobStatus.PENDING, JobStatus.RUNNING, JobStatus.COMPLETED);
            assertThat(server.trials(ended.summary().jobId())).hasSize(60);
            JobResults results = server.history.results(ended.summary().jobId()).orElseThrow();
            assertThat(results.partial()).isFalse();
            assertThat(results.bestScore()).isEqualTo(ended.summary().bestScore());
            assertThat(results.equity()).hasSizeBetween(2, 2_000);
            assertThat(results.walkForward().windows()).hasSizeGreaterThan(1);
            assertThat(server.configurations
                            .find(results.configId())
                            .orElseThrow()
                            .params())
                    .isEqualTo(results.bestParams());
            ProgressSnapshot last =
                    server.progress.find(ended.summary().jobId()).orElseThrow();
            assertThat(last.percentage()).isEqualTo(100);
            assertThat(last.currentStep()).isEqualTo("Complete");
            assertThat(last.isComplete()).isTrue();
            assertThat(last.steps()).extracting(StepProgress::state).containsOnly(StepState.DONE);
        }
    }

    @Test
    void without_validation_the_third_step_is_skipped() {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES)) {
            server.queue.start();

            JobDetail started = server.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 40, false));
            JobDetail ended = server.awaitEnd(started.summary().jobId());

            assertThat(ended.summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(server.progress
                            .find(ended.summary().jobId())
                            .orElseThrow()
                            .steps())
                    .extracting(StepProgress::state)
                    .containsExactly(StepState.DONE, StepState.DONE, StepState.SKIPPED, StepState.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OptimizerKind.class,
            names = {"RANDOM", "BAYESIAN"})
    void trials_do_not_depend_on_the_number_of_threads(OptimizerKind optimizer) {
        StartRequest request = TrainingFixture.request("MA_CROSS", optimizer, 80, false);

        List<List<String>> trials = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            try (TrainingFixture server = new TrainingFixture(database, threads, CANDLES)) {
                server.queue.start();
                JobDetail job = server.awaitEnd(server.start(request).summary().jobId());
                trials.add(server.trials(job.summary().jobId()));
            }
        }

        assertThat(trials.get(0)).hasSize(80).isEqualTo(trials.get(1));
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
    void progress_never_falls_and_passes_every_step() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(20);
        List<ProgressSnapshot> seen = new ArrayList<>();
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, gate)) {
            server.queue.start();
            String jobId = server.start(TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.BAYESIAN, 100, true))
                    .summary()
                    .jobId();
            Thread poller = new Thread(() -> TrainingFixture.until(
                    () -> {
                        ProgressSnapshot now = server.progress.find(jobId).orElseThrow();
                        if (seen.isEmpty() || seen.get(seen.size() - 1).version() != now.version()) {
                            seen.add(now);
                        }
                        return now.isComplete();
                    },
                    "the job does not end"));
            poller.start();
            gate.awaitReached();
            TrainingFixture.until(
                    () -> server.progress.find(jobId).orElseThrow().currentIteration() != null,
                    "no iteration is shown");
            gate.open();
            poller.join();
        }

        assertThat(seen).extracting(ProgressSnapshot::percentage).isSorted();
        assertThat(seen).extracting(ProgressSnapshot::version).isSorted();
        assertThat(new TreeSet<>(seen.stream().map(ProgressSnapshot::stepNumber).toList()))
                .contains(1, 2, 3, 4);
        assertThat(seen.get(seen.size() - 1).percentage()).isEqualTo(100);
        assertThat(seen).filteredOn(s -> s.stepNumber() == 2).anySatisfy(snapshot -> {
            assertThat(snapshot.stepDetails())
                    .containsEntry("optimizer", "bayesian")
                    .containsEntry("n_calls", 100);
            assertThat(snapshot.totalIterations()).isEqualTo(100);
            assertThat(snapshot.message()).startsWith("Optimizing with Bayesian algorithm... ");
        });
    }

    @Test
    void a_cancel_stops_within_a_second_and_keeps_the_trials() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(30);
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, gate)) {
            server.queue.start();
            String jobId = server.start(
                            TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 100_000, false))
                    .summary()
                    .jobId();
            gate.awaitReached();

            CancelOutcome outcome = server.jobs.cancel(jobId);
            gate.open();
            Instant asked = Instant.now();
            JobDetail ended = server.awaitEnd(jobId);

            assertThat(outcome).isInstanceOf(CancelOutcome.Accepted.class);
            assertThat(Duration.between(asked, ended.summary().endedAt())).isLessThan(Duration.ofSeconds(1));
            assertThat(ended.summary().status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(ended.stateHistory())
                    .extracting(StateChange::status)
                    .containsExactly(JobStatus.PENDING, JobStatus.RUNNING, JobStatus.CANCELLING, JobStatus.CANCELLED);
            assertThat(server.trials(jobId)).hasSizeBetween(30, 40);
            JobResults kept = server.history.results(jobId).orElseThrow();
            assertThat(kept.partial()).isTrue();
            assertThat(kept.bestScore()).isNotNull();
            assertThat(server.jobs.cancel(jobId)).isInstanceOf(CancelOutcome.AlreadyEnded.class);
        }
    }

    @Test
    void a_job_without_a_feasible_trial_fails_with_the_causes_and_their_counts() {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES)) {
            server.queue.start();
            StartRequest request = new StartRequest(
                    "MA_CROSS",
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

    @Test
    void a_pending_job_is_cancelled_at_once_and_may_then_be_deleted() {
        try (TrainingFixture server = new TrainingFixture(database, 1, CANDLES)) {
            String jobId = server.start(TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 20, false))
                    .summary()
                    .jobId();

            DeleteOutcome early = server.jobs.delete(jobId);
            server.jobs.cancel(jobId);

            assertThat(early).isEqualTo(new DeleteOutcome.StillRunning(JobStatus.PENDING));
            assertThat(server.status(jobId)).isEqualTo(JobStatus.CANCELLED);
            assertThat(server.progress.find(jobId).orElseThrow().isComplete()).isTrue();
            assertThat(server.jobs.delete(jobId)).isInstanceOf(DeleteOutcome.Deleted.class);
            assertThat(server.jobs.find(jobId)).isEmpty();
            assertThat(server.jobs.delete(jobId)).isInstanceOf(DeleteOutcome.NotFound.class);
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
    void a_grid_runs_every_point() {
        StartRequest request = new StartRequest(
                "MA_CROSS",
                "SIM/USDT",
                "simulated",
                Timeframe.H1,
                OptimizerKind.GRID,
                null,
                null,
                null,
                null,
                3,
                42L,
                Map.of(
                        "fast_period", ParameterRange.of(List.of(5, 10)),
                        "slow_period", ParameterRange.of(List.of(20, 40, 60)),
                        "average", ParameterRange.of(List.of("SMA", "EMA")),
                        "atr_multiplier_sl", ParameterRange.of(List.of(2.0)),
                        "risk_reward_ratio", ParameterRange.of(List.of(2.0)),
                        "max_holding_periods", ParameterRange.of(List.of(50))),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES)) {
            server.queue.start();

            JobDetail ended = server.awaitEnd(server.start(request).summary().jobId());

            assertThat(ended.summary().errorMessage()).isNull();
            assertThat(server.trials(ended.summary().jobId())).hasSize(12);
        }
    }
}
