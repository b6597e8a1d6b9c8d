package studio.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.StartRequest;
import studio.model.job.StateChange;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;
import studio.model.result.Metrics;

class StudioJsonTest {
    private static final Instant NOON = Instant.parse("2025-10-23T12:00:00Z");

    @Test
    void a_snapshot_has_every_field_of_the_seed_by_its_name_even_when_unknown() throws Exception {
        ProgressSnapshot snapshot = snapshot();

        JsonNode json = StudioJson.strict().valueToTree(snapshot);

        assertThat(json.fieldNames())
                .toIterable()
                .contains(
                        "job_id",
                        "percentage",
                        "current_step",
                        "step_number",
                        "total_steps",
                        "step_percentage",
                        "step_details",
                        "started_at",
                        "updated_at",
                        "estimated_completion",
                        "current_iteration",
                        "total_iterations",
                        "best_score",
                        "current_score",
                        "best_params",
                        "is_complete",
                        "error_message",
                        "eta_low",
                        "eta_high",
                        "elapsed_seconds",
                        "iterations_per_second",
                        "infeasible_iterations",
                        "failed_iterations",
                        "queue_position",
                        "attempt",
                        "version");
        assertThat(json.get("best_score").isNull()).isTrue();
        assertThat(json.get("updated_at").asText()).isEqualTo("2025-10-23T12:00:00Z");
        assertThat(json.at("/steps/0/key").asText()).isEqualTo("data_collection");
        assertThat(StudioJson.strict().treeToValue(json, ProgressSnapshot.class))
                .isEqualTo(snapshot);
    }

    @Test
    void a_job_in_full_carries_the_summary_s_fields_beside_its_own() throws Exception {
        StartRequest request = StartRequest.of("LIQUIDITY_SWEEP", "binance", "BTC/USDT", Timeframe.M5);
        JobDetail job = new JobDetail(
                summary(),
                request,
                TrainingSpec.from(request, 42),
                "worker-1",
                1,
                null,
                List.of(new StateChange(JobStatus.RUNNING, NOON, 1, null)));

        String json = StudioJson.lenient().writeValueAsString(job);

        JsonNode tree = StudioJson.lenient().readTree(json);
        assertThat(tree.get("job_id").asText()).isEqualTo("abc123");
        assertThat(tree.at("/spec/n_iterations").asInt()).isEqualTo(200);
        assertThat(tree.has("summary")).isFalse();
        assertThat(StudioJson.lenient().readValue(json, JobDetail.class)).isEqualTo(job);
    }

    @Test
    void a_figure_that_is_no_number_is_null_on_the_wire() {
        Metrics metrics = new Metrics(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                null,
                1.5,
                null,
                null,
                null,
                null,
                null,
                3,
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
                null);

        JsonNode json = StudioJson.strict().valueToTree(metrics);

        assertThat(json.get("net_profit_pct").isNull()).isTrue();
        assertThat(json.get("cagr_pct").isNull()).isTrue();
        assertThat(json.get("sharpe_ratio").asDouble()).isEqualTo(1.5);
    }

    @Test
    void a_request_travels_with_only_what_was_given() throws Exception {
        StartRequest request = StartRequest.of("LIQUIDITY_SWEEP", "binance", "BTC/USDT", Timeframe.M5);

        String json = StudioJson.strict().writeValueAsString(request);

        assertThat(StudioJson.strict().readTree(json).size()).isEqualTo(4);
        assertThat(StudioJson.strict().readValue(json, StartRequest.class)).isEqualTo(request);
    }

    @Test
    void the_strict_mapper_refuses_unknown_fields_and_wrong_enums() {
        assertThatThrownBy(() -> StudioJson.strict().readValue("{\"strateggy\": \"X\"}", StartRequest.class))
                .hasMessageContaining("strateggy");
        assertThatThrownBy(() -> StudioJson.strict().readValue("{\"timeframe\": \"7m\"}", StartRequest.class))
                .hasMessageContaining("7m");
    }

    private static ProgressSnapshot snapshot() {
        return new ProgressSnapshot(
                "abc123",
                55,
                "Optimization",
                2,
                4,
                60,
                Map.of("optimizer", "bayesian"),
                NOON,
                NOON,
                null,
                30,
                50,
                null,
                null,
                null,
                false,
                null,
                JobStatus.RUNNING,
                "Optimizing",
                List.of(new StepProgress(StepKey.DATA_COLLECTION, "Data Collection", StepState.DONE, NOON, NOON)),
                null,
                null,
                625,
                null,
                0,
                0,
                null,
                1,
                37);
    }

    private static JobSummary summary() {
        return new JobSummary(
                "abc123",
                JobStatus.RUNNING,
                "LIQUIDITY_SWEEP",
                null,
                "BTC/USDT",
                "binance",
                Timeframe.M5,
                OptimizerKind.BAYESIAN,
                Objective.SHARPE_RATIO,
                25,
                null,
                null,
                null,
                null,
                null,
                null,
                NOON,
                NOON,
                null,
                1.5,
                null,
                "",
                "",
                List.of("a"),
                false,
                "",
                null,
                3);
    }
}
