package studio.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.server.ServerUnderTest.Answer;
import studio.server.plugin.PluginJars;

/** A strategy that an analyst brings as a jar goes the whole way of a built-in one. */
class PluginTrainingIT {
    private static final String REQUEST = """
            {"strategy": "INSIDE_BAR_BREAKOUT", "exchange": "test", "symbol": "TEST/USDT", "timeframe": "5m",
             "optimizer": "bayesian", "n_iterations": 30, "seed": 3, "min_trades": 1,
             "parameter_space": {"inside_candles": {"min": 1, "max": 2, "step": 1}},
             "validation": {"train_window_days": 5, "test_window_days": 2, "gap_days": 0.5}}""";

    @TempDir
    static Path folder;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PluginJars.example(plugins.resolve("inside-bar-breakout.jar"), folder);
        Files.writeString(plugins.resolve("broken.jar"), "no jar");
        server = new ServerUnderTest(folder.resolve("data"), options -> options.withPlugins(plugins));
        server.importCandles(4_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_plugin_stands_in_the_list_with_its_parameters_beside_the_built_in_strategies() {
        JsonNode all = server.get("/strategies").json();
        JsonNode one = server.get("/strategies/INSIDE_BAR_BREAKOUT").json();

        assertThat(all.findValuesAsText("name")).contains("INSIDE_BAR_BREAKOUT", "LIQUIDITY_SWEEP");
        assertThat(one.get("title").asText()).isEqualTo("Inside-bar breakout");
        assertThat(one.get("parameters").findValuesAsText("name"))
                .containsExactly(
                        "inside_candles",
                        "mother_size",
                        "atr_multiplier_sl",
                        "risk_reward_ratio",
                        "max_holding_periods");
    }

    @Test
    void a_training_with_a_plugin_ends_in_a_saved_configuration_and_a_verdict() throws Exception {
        Answer started = server.post("/training/start", REQUEST);

        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String jobId = started.json().get("job_id").asText();
        JsonNode end = server.await(
                "/training/jobs/" + jobId + "/progress",
                p -> p.get("is_complete").asBoolean());
        assertThat(end.get("status").asText()).as(end.toString()).isEqualTo("COMPLETED");
        assertThat(end.get("current_iteration").asInt()).isEqualTo(30);
        assertThat(end.get("failed_iterations").asInt()).isZero();
        JsonNode results = server.get("/training/jobs/" + jobId + "/results").json();
        assertThat(results.at("/best_params/inside_candles").asInt()).isIn(List.of(1, 2));
        assertThat(results.at("/metrics/trades").asInt()).isPositive();
        assertThat(results.at("/walk_forward/windows").size()).isGreaterThanOrEqualTo(2);
        assertThat(results.at("/trust/verdict").asText()).isNotBlank();
        assertThat(results.get("config_id").asText()).startsWith("INSIDE_BAR_BREAKOUT_V3_");
    }

    @Test
    void a_value_outside_of_a_plugins_range_is_refused_by_name() {
        Answer answer =
                server.post("/training/start", REQUEST.replace("\"max\": 2, \"step\": 1", "\"max\": -2, \"step\": 1"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).contains("inside_candles");
    }
}
