package studio.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.result.JobResults;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReport;
import studio.server.job.DeleteOutcome;
import studio.server.shared.sql.TestDatabase;

class TrustReportIT {
    private static final Candles CANDLES = SimulatedCandles.hours(2_000, 5);
    private TestDatabase db;
    private DataSource database;

    @BeforeEach
    void open() {
        db = TestDatabase.create();
        database = db.dataSource();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_completed_job_ends_in_a_verdict_that_history_results_and_configuration_agree_on() {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES)) {
            server.queue.start();

            JobResults results = results(server, TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 60, true));

            TrustReport trust = results.trust();
            assertThat(results.trustVerdict()).isEqualTo(trust.verdict().name());
            assertThat(server.job(results.jobId()).summary().verdict()).isEqualTo(results.trustVerdict());
            assertThat(server.configurations
                            .find(results.configId())
                            .orElseThrow()
                            .trust())
                    .isEqualTo(trust);
            assertThat(trust.trialsEver()).isEqualTo(60);
            assertThat(figure(trust, "permutation_p_value").value()).isBetween(0.02, 1.0);
            assertThat(figure(trust, "plateau").value()).isEqualTo(results.stability());
            assertThat(figure(trust, "sharpe_ratio").value())
                    .isCloseTo(results.metrics().sharpeRatio(), within(1e-9));
            assertThat(trust.importance()).hasSize(6);
        }
    }

    @Test
    void every_different_trial_on_the_series_counts_once_whatever_became_of_its_job() {
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, new GatedStrategy(Integer.MAX_VALUE))) {
            server.queue.start();
            StartRequest first = TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 40, false);

            JobResults deleted = results(server, first);
            assertThat(server.jobs.delete(deleted.jobId())).isInstanceOf(DeleteOutcome.Deleted.class);
            JobResults other = results(server, TrainingFixture.request("MA_CROSS", OptimizerKind.BAYESIAN, 60, false));
            JobResults repeated = results(server, first);
            JobResults longer = results(server, TrainingFixture.request("MA_CROSS", OptimizerKind.RANDOM, 50, false));
            JobResults elsewhere =
                    results(server, TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 45, false));

            assertThat(List.of(deleted, other, repeated, longer, elsewhere))
                    .extracting(found -> found.trust().trialsEver())
                    .containsExactly(40L, 100L, 100L, 110L, 45L);
        }
    }

    @Test
    void a_job_killed_among_its_shuffles_ends_in_the_report_of_an_undisturbed_run() throws InterruptedException {
        StartRequest request = TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 120, true);
        TrustReport undisturbed;
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, new GatedStrategy(Integer.MAX_VALUE))) {
            server.queue.start();
            undisturbed = results(server, request).trust();
        }

        GatedStrategy gate = new GatedStrategy(1_000);
        String jobId;
        try (TrainingFixture killed = new TrainingFixture(database, 2, CANDLES, gate)) {
            killed.queue.start();
            jobId = killed.start(request).summary().jobId();
            gate.awaitReached();
            Thread opener = new Thread(gate::open);
            killed.queue.abandon(opener::start);
        }
        try (TrainingFixture next = new TrainingFixture(database, 1, CANDLES, new GatedStrategy(Integer.MAX_VALUE))) {
            next.queue.start();
            JobDetail ended = next.awaitEnd(jobId);

            assertThat(ended.summary().status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(next.history.results(jobId).orElseThrow().trust()).isEqualTo(undisturbed);
        }
    }

    @Test
    void the_search_tells_what_luck_alone_would_have_reached() throws InterruptedException {
        GatedStrategy gate = new GatedStrategy(10);
        try (TrainingFixture server = new TrainingFixture(database, 2, CANDLES, gate)) {
            server.queue.start();
            String jobId = server.start(TrainingFixture.request(GatedStrategy.NAME, OptimizerKind.RANDOM, 40, false))
                    .summary()
                    .jobId();
            gate.awaitReached();

            TrainingFixture.until(() -> details(server, jobId).containsKey("luck_scores"), "no line of luck is told");

            List<?> points = (List<?>) details(server, jobId).get("luck_scores");
            assertThat(points.get(0)).isEqualTo(List.of(1, 0.0));
            assertThat(((List<?>) points.get(points.size() - 1)).get(0)).isEqualTo(40);
            gate.open();
            server.awaitEnd(jobId);
        }
    }

    private static Map<String, Object> details(TrainingFixture server, String jobId) {
        return server.progress.find(jobId).orElseThrow().stepDetails();
    }

    private static JobResults results(TrainingFixture server, StartRequest request) {
        String jobId = server.awaitEnd(server.start(request).summary().jobId())
                .summary()
                .jobId();
        return server.history.results(jobId).orElseThrow();
    }

    private static TrustFigure figure(TrustReport report, String key) {
        return report.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
