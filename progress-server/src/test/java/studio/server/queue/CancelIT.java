package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.job.StateChange;
import studio.model.job.TrialState;
import studio.model.job.TrialView;
import studio.model.progress.ProgressSnapshot;
import studio.model.result.JobResults;
import studio.server.job.CancelOutcome;
import studio.server.job.DeleteOutcome;
import studio.server.shared.sql.TestDatabase;

/** How jobs are cancelled, wherever they are. */
class CancelIT {
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

    /**
     * Time is counted in trials: each takes a beat of a twentieth of a second at least, and a beat waits for the database as
     * the look for cancels does, so that a busy machine slows both.
     */
    @Test
    void a_cancel_asked_of_another_server_ends_the_job_within_a_second_of_trials_and_frees_its_threads() {
        BeatingStrategy beating = new BeatingStrategy();
        try (TrainingFixture working = new TrainingFixture(database, 2, CANDLES, beating);
                JobQueue server = working.server("working", 1);
                TrainingFixture other = new TrainingFixture(database, 1, CANDLES);
                Beats beats = new Beats(beating, other.jobs::open)) {
            server.start();
            String jobId = start(other, 100_000);
            String next = start(other, 100);
            TrainingFixture.until(() -> other.trials(jobId).size() >= 10, "no trials are stored");

            int endedBefore = beating.ended();
            CancelOutcome outcome = other.jobs.cancel(jobId);
            int begunWhenAnswered = beating.begun();
            JobDetail ended = other.awaitEnd(jobId);

            assertThat(outcome).isInstanceOf(CancelOutcome.Accepted.class);
            assertThat(ended.summary().status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(ended.worker()).isEqualTo("working");
            List<TrialView> kept = other.history.trials(jobId, 0, 1_000_000).trials();
            assertThat(kept).hasSizeBetween(endedBefore, begunWhenAnswered + Beats.A_SECOND);
            assertThat(kept)
                    .extracting(TrialView::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, kept.size()).boxed().toList());
            JobResults results = other.history.results(jobId).orElseThrow();
            assertThat(results.partial()).isTrue();
            assertThat(results.bestScore()).isEqualTo(bestOf(kept));

            // Both threads are in trials of the next job, though no beat lets one go on.
            beats.stop();
            beating.hold();
            TrainingFixture.until(() -> beating.held() == 2, "a thread is not free for the next job");
            assertThat(other.status(next)).isEqualTo(JobStatus.RUNNING);
            beating.letGo();
            assertThat(other.awaitEnd(next).summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(other.trials(next)).hasSize(100);
        }
    }

    private static String start(TrainingFixture server, int iterations) {
        return server.start(TrainingFixture.request(BeatingStrategy.NAME, OptimizerKind.RANDOM, iterations, false))
                .summary()
                .jobId();
    }

    private static double bestOf(List<TrialView> trials) {
        return trials.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE)
                .mapToDouble(TrialView::score)
                .max()
                .orElseThrow();
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
}
