package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

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
import studio.server.shared.sql.TestDatabase;

/** What a job does and leaves behind when nothing disturbs it. */
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
    void a_grid_runs_every_point() {
        StartRequest request = new StartRequest(
                "MA_CROSS",
                null,
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
